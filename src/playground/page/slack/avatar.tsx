const HUES = [12, 38, 95, 150, 190, 220, 265, 320]

/** Somebody's picture: their initials on a colour of their own; for the bot, its mark. */
export function Avatar({
  name,
  bot = false,
  small = false,
}: {
  name: string
  bot?: boolean
  small?: boolean
}) {
  const size = small ? 'slack-avatar slack-avatar-small' : 'slack-avatar'
  if (bot) {
    return (
      <span className={`${size} slack-avatar-bot`} aria-hidden="true">
        <svg viewBox="0 0 36 36" focusable="false" aria-hidden="true">
          <path d="M10 24.5a10.5 10.5 0 1 1 7.6 4" />
          <circle cx="18" cy="18" r="3.4" />
        </svg>
      </span>
    )
  }
  return (
    <span className={size} style={{ backgroundColor: colourOf(name) }} aria-hidden="true">
      {initialsOf(name)}
    </span>
  )
}

function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/u).filter(Boolean)
  const [first = '', last = ''] = [words[0], words.length > 1 ? words.at(-1) : '']
  return `${[...first][0] ?? '?'}${[...last][0] ?? ''}`.toUpperCase()
}

function colourOf(name: string): string {
  const sum = [...name].reduce((total, letter) => (total * 31 + (letter.codePointAt(0) ?? 0)) % 9973, 7)
  return `hsl(${HUES[sum % HUES.length] ?? 220} 42% 34%)`
}
