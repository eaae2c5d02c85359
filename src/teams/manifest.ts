import { readFile } from 'node:fs/promises'
import { strToU8, zipSync } from 'fflate'

export interface TeamsCommand {
  /** What is written when it is chosen: `checkin`. */
  readonly title: string
  readonly description: string
}

export interface TeamsManifestOptions {
  readonly appId: string
  /** Where this server is reached; its pages about the app are looked for there. */
  readonly publicUrl: string
  /** The product's version, `1.2.3`. */
  readonly version: string
  /** The command menu, in its order: at most ten, which is what Teams shows. */
  readonly commands: readonly TeamsCommand[]
}

/** The first version of the schema that knows commands with a slash. */
const manifestVersion = '1.29'
const mostCommands = 10
/** Opens its dialog straight from the compose box; the same command as a text works everywhere. */
const dialogCommand = { id: 'checkin', title: 'Check in', description: 'Answer your open check-in in a form' }

/**
 * The app's manifest as Teams' administration takes it (learn.microsoft.com, "App manifest reference"): a bot
 * for personal chats and the coordinators' team, its command menu, and the check-in as a message extension.
 * Throws `RangeError` for more than ten commands.
 */
export function teamsManifest({ appId, publicUrl, version, commands }: TeamsManifestOptions) {
  if (commands.length > mostCommands) throw new RangeError(`A command menu of Teams holds ${mostCommands}`)
  return {
    $schema: `https://developer.microsoft.com/json-schemas/teams/v${manifestVersion}/MicrosoftTeams.schema.json`,
    manifestVersion,
    version,
    id: appId,
    developer: {
      name: 'Rounds',
      websiteUrl: publicUrl,
      privacyUrl: publicUrl,
      termsOfUseUrl: publicUrl,
    },
    name: { short: 'Rounds', full: 'Rounds: mentoring in hospitals' },
    description: {
      short: 'Mentoring for hospital staff: check-ins, goals, and a digest for coordinators',
      full:
        'Rounds keeps a mentoring program going: it asks both of a pair how it goes, at an hour that fits ' +
        'their shifts, keeps their goals in sight, and tells the coordinators what needs attention, without ' +
        'showing them what people wrote. Write "help" to see what it can do and "privacy" to see who reads what.',
    },
    icons: { color: 'color.png', outline: 'outline.png' },
    accentColor: '#0B5D63',
    defaultInstallScope: 'personal',
    defaultGroupCapability: { team: 'bot' },
    bots: [
      {
        botId: appId,
        scopes: ['personal', 'team'],
        isNotificationOnly: false,
        // A coordinator hands over the roster as a file.
        supportsFiles: true,
        commandLists: [
          {
            scopes: ['personal', 'team'],
            triggers: ['mention', 'slash'],
            commands: commands.map(({ title, description }) => ({ title, description })),
          },
        ],
      },
    ],
    composeExtensions: [
      {
        botId: appId,
        commands: [
          {
            ...dialogCommand,
            type: 'action',
            fetchTask: true,
            triggers: ['slash'],
            context: ['compose', 'commandBox'],
          },
        ],
      },
    ],
    permissions: ['identity', 'messageTeamMembers'],
    validDomains: [new URL(publicUrl).host],
  }
}

// A fixed date: the same manifest gives the same bytes. (Zip knows no date before 1980.)
const mtime = new Date(1980, 0, 1)

/** The zip to upload: manifest and both icons, at its root. */
export async function teamsPackage(options: TeamsManifestOptions): Promise<Uint8Array> {
  const manifest = strToU8(`${JSON.stringify(teamsManifest(options), null, 2)}\n`)
  const [color, outline] = await Promise.all([icon('color.png'), icon('outline.png')])
  return zipSync({ 'manifest.json': manifest, 'color.png': color, 'outline.png': outline }, { mtime })
}

function icon(name: string): Promise<Uint8Array> {
  return readFile(new URL(`../../manifest/teams/${name}`, import.meta.url))
}
