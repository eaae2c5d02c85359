import type { ReactNode } from 'react'

/** A link that leads out, in a tab of its own; where the address is none that may be followed, its words alone. */
export function SafeLink({ href, children }: { href: string; children: ReactNode }) {
  if (!isSafe(href)) return <span>{children}</span>
  return (
    <a href={href} target="_blank" rel="noreferrer noopener">
      {children}
    </a>
  )
}

export function isSafe(href: string): boolean {
  return /^(https?:|mailto:)/i.test(href) && URL.canParse(href)
}
