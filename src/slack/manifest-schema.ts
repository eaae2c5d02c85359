import { z } from 'zod'

/**
 * What Slack takes for an app manifest, as far as Rounds uses it; strict, so that a misspelt key is found here and not
 * by Slack (docs.slack.dev/reference/app-manifest).
 */

const text = (max: number) => z.string().min(1).max(max)
const address = z.url({ protocol: /^https?$/ }).max(3000)
const names = (max: number) =>
  z
    .array(text(50))
    .max(max)
    .refine((list) => new Set(list).size === list.length, 'has a name twice')

const SlashCommand = z.strictObject({
  command: text(32).regex(/^\/[a-z0-9_-]+$/),
  description: text(2000),
  usage_hint: text(1000).optional(),
  url: address.optional(),
  should_escape: z.boolean().optional(),
})

export const SlackManifest = z.strictObject({
  _metadata: z.strictObject({ major_version: z.int(), minor_version: z.int() }).optional(),
  display_information: z.strictObject({
    name: text(35),
    description: text(140).optional(),
    long_description: z.string().min(175).max(4000).optional(),
    background_color: z
      .string()
      .regex(/^#[0-9a-f]{3}([0-9a-f]{3})?$/i)
      .optional(),
  }),
  features: z.strictObject({
    app_home: z.strictObject({
      home_tab_enabled: z.boolean(),
      messages_tab_enabled: z.boolean(),
      messages_tab_read_only_enabled: z.boolean(),
    }),
    bot_user: z.strictObject({ display_name: text(80), always_online: z.boolean() }),
    slash_commands: z.array(SlashCommand).min(1).max(50),
  }),
  oauth_config: z.strictObject({ scopes: z.strictObject({ bot: names(255) }) }),
  settings: z.strictObject({
    event_subscriptions: z.strictObject({ request_url: address.optional(), bot_events: names(100) }),
    interactivity: z.strictObject({ is_enabled: z.boolean(), request_url: address.optional() }),
    org_deploy_enabled: z.boolean(),
    socket_mode_enabled: z.boolean(),
    token_rotation_enabled: z.boolean(),
  }),
})
export type SlackManifest = z.infer<typeof SlackManifest>
