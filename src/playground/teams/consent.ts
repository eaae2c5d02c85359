import { type Acting, invoke, withoutApp } from './acting.ts'
import { at, listAt, record } from './json.ts'
import { refusing, type Seen } from './seen.ts'
import { type Activity, newId, type Post } from './tenant.ts'

const consentCard = 'application/vnd.microsoft.teams.card.file.consent'
const infoCard = 'application/vnd.microsoft.teams.card.file.info'

/** The card of a message that asks whether a file may be put into somebody's OneDrive. */
export function consentIn(activity: Activity): Activity | undefined {
  return attachmentOf(activity, consentCard)
}

/** The card of a message that shows a file in somebody's OneDrive. */
export function storedIn(activity: Activity): Activity | undefined {
  return attachmentOf(activity, infoCard)
}

function attachmentOf(activity: Activity, type: string): Activity | undefined {
  const found = listAt(activity, 'attachments').find((one) => at(one, 'contentType') === type)
  return found === undefined ? undefined : record(found)
}

/** Answers the question of a message in the personal chat, as Teams' client does. */
export async function consent(acting: Acting, message: string, action: 'accept' | 'decline'): Promise<Seen> {
  const { teams, person } = acting
  const away = withoutApp(teams.tenant, person)
  if (away !== undefined) return refusing(away)
  const post = teams.tenant.personalChat(person).posts.find(({ id }) => id === message)
  const card = post && consentIn(post.activity)
  if (post === undefined || card === undefined) return refusing('That question is not there any more.')
  return await invoke(acting, 'fileConsent/invoke', {
    replyToId: post.id,
    value: { type: 'fileUpload', action, ...answered(acting, { post, card, action }) },
  })
}

interface Answered {
  readonly post: Post
  readonly card: Activity
  readonly action: 'accept' | 'decline'
}

function answered({ teams }: Acting, { card, action }: Answered): Activity {
  if (action === 'decline') return { context: at(card, 'content', 'declineContext') }
  const key = newId()
  const name = String(at(card, 'name'))
  const address = (area: string) => new URL(`/${area}/${key}`, teams.serviceUrl).href
  teams.tenant.uploads.set(key, name)
  const uploadInfo = {
    contentUrl: address('files'),
    name,
    uploadUrl: address('upload'),
    uniqueId: key,
    fileType: name.split('.').at(-1) ?? '',
  }
  return { context: at(card, 'content', 'acceptContext'), uploadInfo }
}
