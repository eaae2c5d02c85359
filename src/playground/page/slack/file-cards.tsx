import './file-cards.css'
import type { SharedFile } from '../../wire.ts'
import { sizeOf } from '../file-size.ts'

/** A file that somebody sent. */
export function FileCard({ name }: { name: string }) {
  return (
    <div className="slack-file">
      <FileFace name={name} about={kindOf(name)} />
    </div>
  )
}

/** A file that the bot shared, to be had by a click. */
export function SharedCard({ file: { name, bytes, link } }: { file: SharedFile }) {
  return (
    <a className="slack-file" href={link} download={name} aria-label={`Download ${name}`}>
      <FileFace name={name} about={`${kindOf(name)} · ${sizeOf(bytes)}`} />
    </a>
  )
}

function FileFace({ name, about }: { name: string; about: string }) {
  return (
    <>
      <span className="slack-file-kind" aria-hidden="true">
        {kindOf(name)}
      </span>
      <span>
        <b dir="auto">{name}</b>
        <small>{about}</small>
      </span>
    </>
  )
}

function kindOf(name: string): string {
  return /\.([^.]{1,5})$/.exec(name)?.[1]?.toUpperCase() ?? 'File'
}
