import type { Shown } from '../../wire.ts'
import { sizeOf } from '../file-size.ts'
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
      {message.shared?.map(({ name, bytes, link }) => (
        <a key={link} className="teams-file" href={link} download={name} aria-label={`Download ${name}`}>
          <Drawing name="file" />
          <span>
            <bdi>{name}</bdi>
            <small>In your OneDrive · {sizeOf(bytes)}</small>
          </span>
        </a>
      ))}
    </>
  )
}
