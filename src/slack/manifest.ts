import { SlackManifest } from './manifest-schema.ts'

/** Each with what it is for; Slack shows the list to whoever approves the app. */
export const botScopes = [
  // /mentor
  'commands',
  // Messages of the bot, the chats they go to, and the answers there.
  'chat:write',
  'im:write',
  'im:history',
  // The group chat of a pair: opened by the bot, read only to see whether its own message arrived.
  'mpim:write',
  'mpim:history',
  // The coordinators' private channel: whether it is private, who is in it, whether a digest arrived.
  'groups:read',
  'groups:history',
  // Who somebody is: a full member, their e-mail address, time zone, do-not-disturb.
  'users:read',
  'users:read.email',
  'dnd:read',
  // Pictures and exports out, rosters in.
  'files:write',
  'files:read',
] as const

/** What Slack is asked to tell; `listen.ts` hears each of these. */
const botEvents = [
  'message.im',
  'app_home_opened',
  'app_uninstalled',
  'tokens_revoked',
  'member_joined_channel',
  'member_left_channel',
  'user_change',
] as const

const EVENTS_PATH = '/slack/events'

export interface ManifestOptions {
  /** Where Slack reaches this server, over HTTP. Not needed in Socket Mode. */
  readonly publicUrl?: string
  readonly socketMode: boolean
  /** What Slack shows behind `/mentor` while it is typed. */
  readonly commandHint: string
}

/** The manifest by which a hospital makes its own Slack app. Throws where Slack would not take it. */
export function slackManifest({ publicUrl, socketMode, commandHint }: ManifestOptions): SlackManifest {
  const address = publicUrl === undefined || socketMode ? undefined : new URL(EVENTS_PATH, publicUrl).href
  const request = address === undefined ? {} : { request_url: address }
  return SlackManifest.parse({
    _metadata: { major_version: 2, minor_version: 0 },
    display_information: {
      name: 'Rounds',
      description:
        'Mentoring for care teams: check-ins that fit the shift, goals, and a digest for coordinators.',
      background_color: '#1f5f5b',
    },
    features: {
      app_home: {
        home_tab_enabled: true,
        messages_tab_enabled: true,
        messages_tab_read_only_enabled: false,
      },
      bot_user: { display_name: 'Rounds', always_online: true },
      slash_commands: [
        {
          command: '/mentor',
          description: 'Your mentoring: check-ins, goals, meetings',
          usage_hint: commandHint,
          should_escape: false,
          ...(address === undefined ? {} : { url: address }),
        },
      ],
    },
    oauth_config: { scopes: { bot: [...botScopes] } },
    settings: {
      event_subscriptions: { ...request, bot_events: [...botEvents] },
      interactivity: { is_enabled: true, ...request },
      org_deploy_enabled: false,
      socket_mode_enabled: socketMode,
      token_rotation_enabled: false,
    },
  })
}
