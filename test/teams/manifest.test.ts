import { AppManifestUtils, type TeamsManifestV1D29 } from '@microsoft/app-manifest'
import { strFromU8, unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { teamsManifest, teamsPackage } from '../../src/teams/manifest.ts'

const options = {
  appId: '11111111-2222-4333-8444-555555555555',
  publicUrl: 'https://rounds.example.org',
  version: '0.1.0',
  commands: ['checkin', 'goal', 'progress', 'met', 'pause', 'privacy', 'help'].map((title) => ({
    title,
    description: `What ${title} does`,
  })),
}

function complaintsAbout(manifest: unknown): Promise<string[]> {
  return AppManifestUtils.validateAgainstSchema(manifest as TeamsManifestV1D29.TeamsManifestV1D29)
}

test('the manifest is valid by the schema that Microsoft publishes', async () => {
  const manifest = teamsManifest(options)

  expect(await complaintsAbout(manifest)).toEqual([])
  expect(await complaintsAbout({ ...manifest, bots: [{}] })).not.toEqual([])
})

test('the command menu holds what it was given, with a slash and without, in the chat and in the team', () => {
  const [bot] = teamsManifest(options).bots

  expect(bot).toMatchObject({ botId: options.appId, scopes: ['personal', 'team'] })
  expect(bot?.commandLists[0]).toMatchObject({
    triggers: ['mention', 'slash'],
    scopes: ['personal', 'team'],
    commands: options.commands,
  })
})

test('the check-in opens its dialog from the compose box', () => {
  const [extension] = teamsManifest(options).composeExtensions

  expect(extension?.commands).toMatchObject([
    { id: 'checkin', type: 'action', fetchTask: true, context: ['compose', 'commandBox'] },
  ])
})

test('an eleventh command is refused, for Teams would not show it', () => {
  const commands = Array.from({ length: 11 }, (_, index) => ({ title: `c${index}`, description: 'One' }))

  expect(() => teamsManifest({ ...options, commands })).toThrow(RangeError)
})

test('the package holds three files at its root, with icons of the sizes that Teams asks for', async () => {
  const files = unzipSync(await teamsPackage(options))

  expect(Object.keys(files).sort()).toEqual(['color.png', 'manifest.json', 'outline.png'])
  expect(JSON.parse(strFromU8(files['manifest.json'] ?? new Uint8Array()))).toEqual(teamsManifest(options))
  expect(sizeOf(files['color.png'])).toEqual([192, 192])
  expect(sizeOf(files['outline.png'])).toEqual([32, 32])
})

test('the same manifest gives the same package, byte for byte', async () => {
  expect(await teamsPackage(options)).toEqual(await teamsPackage(options))
})

/** Width and height stand in the first chunk of a PNG. */
function sizeOf(png: Uint8Array | undefined): number[] {
  const bytes = Buffer.from(png ?? [])
  expect(bytes.subarray(1, 4).toString()).toBe('PNG')
  return [bytes.readUInt32BE(16), bytes.readUInt32BE(20)]
}
