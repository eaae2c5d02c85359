import { initials } from './people/person-name.ts'
import './avatar.css'

export function Avatar({ name }: { readonly name: string }) {
  return (
    <span aria-hidden="true" className="avatar">
      {initials(name)}
    </span>
  )
}
