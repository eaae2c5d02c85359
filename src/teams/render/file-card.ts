import type { FileRef } from '../../core/message/file-ref.ts'
import { cut, literal } from './text.ts'

/** A message that asks whether a file may be put into somebody's OneDrive, or says that it is there. */
export interface FileActivity {
  readonly type: 'message'
  readonly summary: string
  readonly attachments: readonly [FileAttachment]
}

type FileAttachment =
  | {
      readonly contentType: 'application/vnd.microsoft.teams.card.file.consent'
      readonly name: string
      readonly content: {
        readonly description: string
        readonly sizeInBytes: number
        readonly acceptContext: { readonly file: string }
        readonly declineContext: { readonly file: string }
      }
    }
  | {
      readonly contentType: 'application/vnd.microsoft.teams.card.file.info'
      readonly contentUrl: string
      readonly name: string
      readonly content: { readonly uniqueId: string; readonly fileType: string }
    }

/** A file that stands in somebody's OneDrive, as Teams tells of it. */
export interface StoredFile {
  readonly name: string
  readonly contentUrl: string
  readonly uniqueId: string
  readonly fileType: string
}

const longestDescription = 300

/** Asks for consent: Teams lets a bot hand a file over in no other way. */
export function consentActivity({ id, name, title, bytes }: FileRef): FileActivity {
  const description = cut(literal(title), longestDescription)
  const content = {
    description,
    sizeInBytes: bytes,
    acceptContext: { file: id },
    declineContext: { file: id },
  }
  return {
    type: 'message',
    summary: description,
    attachments: [{ contentType: 'application/vnd.microsoft.teams.card.file.consent', name, content }],
  }
}

/** Shows the file where it stands now. */
export function storedActivity({ name, contentUrl, uniqueId, fileType }: StoredFile): FileActivity {
  return {
    type: 'message',
    summary: name,
    attachments: [
      {
        contentType: 'application/vnd.microsoft.teams.card.file.info',
        contentUrl,
        name,
        content: { uniqueId, fileType },
      },
    ],
  }
}
