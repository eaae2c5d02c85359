/** A file somebody is about to send. */
export interface PickedFile {
  readonly name: string
  readonly base64: string
}

const MOST_BYTES = 10 * 1024 * 1024

/** Reads the file whole, or says in one sentence why it cannot be sent. */
export async function pickFile(file: File): Promise<PickedFile | string> {
  if (file.size > MOST_BYTES) return `${file.name} is larger than 10 MB, which is the most that can be sent.`
  try {
    return { name: file.name, base64: await base64Of(file) }
  } catch {
    return `${file.name} could not be read.`
  }
}

function base64Of(file: File): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.onload = () => resolve(String(reader.result).replace(/^[^,]*,/, ''))
    reader.onerror = () => reject(reader.error ?? new Error('unreadable'))
    reader.readAsDataURL(file)
  })
}
