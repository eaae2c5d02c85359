import { initials } from '../people/person-name.ts'

/** A person's initials in a circle, in a colour of their own. */
export function Face({ name }: { readonly name: string }) {
  return (
    <span className="teams-person" data-colour={colourOf(name)} aria-hidden="true">
      {initials(name)}
    </span>
  )
}

const COLOURS = 6

function colourOf(name: string): number {
  const sum = [...name].reduce((total, sign) => total + (sign.codePointAt(0) ?? 0), 0)
  return sum % COLOURS
}
