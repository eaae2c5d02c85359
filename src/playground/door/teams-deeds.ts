import type { PersonActs } from '../teams/person.ts'
import type { Seen } from '../teams/seen.ts'
import type { TeamsStandIn } from '../teams/server.ts'
import type { DeedAnswer, PersonDeed } from '../wire.ts'

/** Does it as this person does it in their Teams. */
export async function doInTeams(teams: TeamsStandIn, user: string, deed: PersonDeed): Promise<DeedAnswer> {
  const person = teams.as(user)
  switch (deed.deed) {
    case 'say':
      return deed.text.trim() === ''
        ? refused('There is nothing to send.')
        : told(await person.sayIn(deed.place, deed.text))
    case 'edit':
      return told(await person.editMessage(deed.text, deed.message))
    case 'unsay':
      return told(await person.deleteMessage(deed.message))
    case 'send-file':
      return told(await person.sendFile(deed.name, Buffer.from(deed.base64, 'base64'), deed.text))
    default:
      return await handle(person, teams, deed)
  }
}

type WithCards = Exclude<PersonDeed, { deed: 'say' | 'edit' | 'unsay' | 'send-file' }>

async function handle(
  person: PersonActs,
  { extensions }: TeamsStandIn,
  deed: WithCards,
): Promise<DeedAnswer> {
  switch (deed.deed) {
    case 'teams-press':
      return told(
        await person.pressAction(deed.place, deed.message, { action: deed.action, inputs: deed.inputs }),
      )
    case 'teams-submit':
      return told(await person.submitInputs(deed.inputs, deed.action))
    case 'teams-consent':
      return told(await person.consent(deed.message, deed.action))
    case 'teams-close':
      person.closeDialog()
      return { ok: true }
    case 'teams-extension':
      return extensions.some(({ id }) => id === deed.command)
        ? told(await person.runExtension(deed.command))
        : refused('Rounds has no such command in Teams.')
    default:
      return refused('That is a thing of Slack, and this is Teams.')
  }
}

function refused(reason: string): DeedAnswer {
  return { ok: false, reason }
}

function told({ refused: reason, notice, errors }: Seen): DeedAnswer {
  if (reason !== undefined) return refused(reason)
  return { ok: true, ...(notice !== undefined && { notice }), ...(errors !== undefined && { errors }) }
}
