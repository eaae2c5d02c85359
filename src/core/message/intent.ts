import type { Account } from '../people/account.ts'
import type { FieldErrors, Form, Values } from './form.ts'
import type { HandedFile } from './handed-file.ts'
import type { Message } from './message.ts'

/** Where something was said or pressed. What is shown in a shared place is seen by others. */
export type Place =
  | { readonly kind: 'personal' }
  | { readonly kind: 'home' }
  | { readonly kind: 'shared'; readonly channel: string }

/** What a person did, in the product's words. */
export type Intent = IntentBase & Deed

interface IntentBase {
  /**
   * Names this one deed for ever, also when the platform delivers it again: event_id, trigger_id,
   * `team:user:action_id:action_ts`, `view.id:view.hash`, conversation id + activity id.
   */
  readonly key: string
  readonly account: Account
  readonly place: Place
  /** BCP 47, as the platform tells it. */
  readonly locale?: string
}

export type Deed =
  /** Words after `/mentor`. */
  | { readonly kind: 'command'; readonly words: string }
  /** Free text in the personal chat. On Teams this may also be a command. `message` names it for edits. */
  | { readonly kind: 'say'; readonly text: string; readonly message: string }
  | { readonly kind: 'edit'; readonly text: string; readonly message: string }
  | { readonly kind: 'unsay'; readonly message: string }
  /** A file in the personal chat, fetched already, with the words that were sent along with it. */
  | { readonly kind: 'hand-over'; readonly words: string; readonly file: HandedFile }
  | { readonly kind: 'press'; readonly verb: string; readonly about?: string }
  | { readonly kind: 'submit'; readonly verb: string; readonly about?: string; readonly values: Values }
  | { readonly kind: 'open-home' }
  /** The bot was added to the person's chat, or they opened it for the first time. */
  | { readonly kind: 'arrive' }

/** What happened to a workspace or an account without anybody of ours doing it. */
export type PlatformEvent = {
  readonly key: string
  readonly workspace: { readonly platform: 'slack' | 'teams'; readonly id: string }
} & (
  | { readonly kind: 'uninstalled' }
  | { readonly kind: 'deactivated'; readonly user: string }
  | { readonly kind: 'members-changed'; readonly channel: string }
)

/** What the person gets back. */
export type Outcome =
  /** In answer to a press `replace` puts it in the place of the message pressed; else it is shown to them alone. */
  /** `holdsTyped`: it repeats what was entered into a form, which may be for its author alone: never into a chat. */
  | {
      readonly kind: 'show'
      readonly message: Message
      readonly replace?: true
      readonly holdsTyped?: true
    }
  | { readonly kind: 'form'; readonly form: Form }
  /** Nothing was stored. `form` holds what was entered, for platforms that must draw it again. */
  | { readonly kind: 'errors'; readonly errors: FieldErrors; readonly form: Form }
  | { readonly kind: 'home'; readonly message: Message }
  /** Nothing to show: it was handled before, or there is nothing to say. */
  | { readonly kind: 'silence' }
