import type { Account } from '../core/people/account.ts'

/** What became of a file that was made for somebody. */
export type KeptFile =
  | {
      readonly state: 'waiting'
      readonly name: string
      readonly mediaType: string
      readonly content: Uint8Array
    }
  /** `as`: what the platform knows it as. */
  | { readonly state: 'handed-over'; readonly as: string }
  /** Its time has passed, or it is somebody else's. */
  | { readonly state: 'gone' }

/** The files that wait for their people. */
export interface HandedOut {
  /** The file as far as it is for the person with this account. */
  read(id: string, account: Account): Promise<KeptFile>
  /** The platform has it, under this name: our own copy is erased. */
  handedOver(id: string, as: string): Promise<void>
}
