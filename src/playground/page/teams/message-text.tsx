import type { Shown } from '../../wire.ts'
import { Drawing } from './drawings.tsx'

/** What somebody typed, as they typed it, and the file that came with it. */
export function MessageText({ message }: { readonly message: Shown }) {
  return (
    <>
      {message.text !== '' && (
        <p className="teams-text" dir="auto">
          {message.text}
        </p>
      )}
      {message.file !== undefined && (
        <p className="teams-file">
          <Drawing name="file" />
          <bdi>{message.file}</bdi>
        </p>
      )}
    </>
  )
}
