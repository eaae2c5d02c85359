import { type Listener, reply } from '../../http/server.ts'
import type { Behind } from './behind.ts'

/** Gives out a file that the bot has shared, as a download: on the platforms only its people could have it. */
export function answerFile(hospital: () => Behind | undefined): Listener {
  return (request, response) => {
    const { searchParams } = new URL(request.url ?? '/', 'http://playground')
    const behind = hospital()
    const id = searchParams.get('id') ?? ''
    const file =
      behind && (searchParams.get('platform') === 'slack' ? inSlack(behind, id) : inTeams(behind, id))
    if (file === undefined) return reply(response, 404, { error: 'There is no such file any more.' })
    response.writeHead(200, {
      'content-type': 'application/octet-stream',
      'content-length': file.bytes.length,
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`,
    })
    response.end(file.bytes)
  }
}

function inSlack({ stage }: Behind, id: string) {
  const { files, posts } = stage.slack.world
  return posts.some((post) => post.files?.includes(id)) ? files.get(id) : undefined
}

function inTeams({ stage }: Behind, id: string) {
  return stage.teams.tenant.files.get(id)
}
