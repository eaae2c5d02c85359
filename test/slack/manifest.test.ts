import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { commandMenu } from '../../src/core/message/commands.ts'
import { slackManifest } from '../../src/slack/manifest.ts'
import { SlackManifest } from '../../src/slack/manifest-schema.ts'

const commandHint = commandMenu.map(({ words }) => words).join(' | ')

test('the manifest that comes with Rounds is the one it writes for Socket Mode', () => {
  const written = JSON.parse(readFileSync('manifest/slack.json', 'utf8'))

  expect(written).toEqual(slackManifest({ socketMode: true, commandHint }))
})

test('over HTTP every request goes to the one signed address', () => {
  const manifest = slackManifest({ publicUrl: 'https://rounds.example.org', socketMode: false, commandHint })

  const address = 'https://rounds.example.org/slack/events'
  expect(manifest.features.slash_commands[0]?.url).toBe(address)
  expect(manifest.settings).toMatchObject({
    event_subscriptions: { request_url: address },
    interactivity: { is_enabled: true, request_url: address },
    socket_mode_enabled: false,
  })
})

test('Slack is asked for nothing more than what Rounds hears', () => {
  const { settings } = slackManifest({ socketMode: true, commandHint })
  const heard = [...readFileSync('src/slack/listen.ts', 'utf8').matchAll(/app\.event\('(\w+)'/g)].map(
    ([, name]) => name,
  )

  expect(settings.event_subscriptions.bot_events.map((name) => name.replace('.im', '')).toSorted()).toEqual(
    heard.toSorted(),
  )
})

test('people can write to the bot, see its Home tab, and its token stays', () => {
  expect(slackManifest({ socketMode: true, commandHint })).toMatchObject({
    features: {
      app_home: { home_tab_enabled: true, messages_tab_enabled: true, messages_tab_read_only_enabled: false },
      bot_user: { display_name: 'Rounds' },
    },
    settings: { token_rotation_enabled: false },
  })
})

test('a key that Slack does not know is refused', () => {
  const manifest = slackManifest({ socketMode: true, commandHint })

  expect(SlackManifest.safeParse({ ...manifest, bot: true }).success).toBe(false)
  expect(() => slackManifest({ socketMode: true, commandHint: '' })).toThrow()
})
