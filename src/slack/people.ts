import { type UsersInfoResponse, WebAPIPlatformError, type WebClient } from '@slack/web-api'
import { toFault } from './faults.ts'

export type SlackPerson = NonNullable<UsersInfoResponse['user']>

const KEPT_MS = 10 * 60 * 1000
const KEPT_PEOPLE = 20_000

/**
 * What Slack says of each person, remembered for ten minutes: asked before every direct message, because Slack
 * delivers one to a deactivated person without a word.
 */
export class People {
  private readonly client: WebClient
  private readonly known = new Map<
    string,
    { readonly person: SlackPerson | undefined; readonly until: number }
  >()

  constructor(client: WebClient) {
    this.client = client
  }

  /** Undefined where Slack knows nobody by this id. Throws `PlatformFault`. */
  async find(user: string): Promise<SlackPerson | undefined> {
    const known = this.known.get(user)
    if (known !== undefined && known.until > performance.now()) return known.person
    const person = await this.ask(user)
    if (this.known.size >= KEPT_PEOPLE) this.known.clear()
    this.known.set(user, { person, until: performance.now() + KEPT_MS })
    return person
  }

  /** To be asked anew: Slack said that something about them changed. */
  forget(user: string): void {
    this.known.delete(user)
  }

  private async ask(user: string): Promise<SlackPerson | undefined> {
    try {
      const { user: person } = await this.client.users.info({ user, include_locale: true })
      return person
    } catch (error) {
      const code = error instanceof WebAPIPlatformError ? error.data.error : ''
      if (code === 'user_not_found' || code === 'user_not_visible') return undefined
      throw toFault(error, { asked: true })
    }
  }
}
