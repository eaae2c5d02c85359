/** A file that somebody sent to the bot in their chat, as far as the platform's side could read it. */
export type HandedFile =
  | { readonly name: string; readonly bytes: Uint8Array }
  | { readonly name: string; readonly unread: Unread }

/**
 * Why a file was not read. `not-csv`: only tables as text are fetched at all. `unreachable`: the platform did not give
 * it out, or not in time.
 */
export type Unread = 'too-large' | 'not-csv' | 'unreachable'

/** The largest file that is fetched, in bytes. */
export const MOST_FILE_BYTES = 10 * 1024 * 1024

/** Whether a file says of itself that it is a table as text: by its name, or by its media type where that is known. */
export function isCsv(name: string, mediaType = ''): boolean {
  return /\.csv$/i.test(name) || /^text\/csv\b/i.test(mediaType)
}
