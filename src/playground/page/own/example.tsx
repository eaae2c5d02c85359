/** A file of the demonstration, to be looked at and changed. */
export function Example({ name, text }: { readonly name: string; readonly text: string }) {
  return (
    <a href={`data:text/plain;charset=utf-8,${encodeURIComponent(text)}`} download={name}>
      {name}
    </a>
  )
}
