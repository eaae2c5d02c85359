import { Icon } from './icon.tsx'
import { chooseTheme, THEMES, useTheme } from './theme.ts'

const NAMES = { system: 'as the system', light: 'light', dark: 'dark' } as const

/** Goes round: as the system, light, dark. */
export function ThemeButton() {
  const theme = useTheme()
  const next = THEMES[(THEMES.indexOf(theme) + 1) % THEMES.length] ?? 'system'
  const label = `Colours: ${NAMES[theme]}. Change to ${NAMES[next]}`
  return (
    <button
      type="button"
      className="icon-button"
      aria-label={label}
      title={label}
      onClick={() => chooseTheme(next)}
    >
      <Icon name={theme} />
    </button>
  )
}
