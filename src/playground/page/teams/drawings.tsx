const PATHS = {
  more: 'M5 10h.01M10 10h.01M15 10h.01',
  plus: 'M10 4v12M4 10h12',
  close: 'm5 5 10 10M15 5 5 15',
  file: 'M6 2.8h5L15 7v10.2H6zM11 2.8V7h4',
  down: 'M10 4v11m-4.5-4.5L10 15l4.5-4.5',
  channel: 'M3.5 5.5h13v8h-6l-3.5 3v-3h-3.5z',
  group:
    'M7.5 9.5a2.75 2.75 0 1 0 0-5.5 2.75 2.75 0 0 0 0 5.5ZM2.5 16c0-3 2.2-4.8 5-4.8s5 1.8 5 4.8M13 4.3a2.7 2.7 0 0 1 0 5M15 11.6c1.6.7 2.6 2.2 2.6 4.4',
} as const

/** A line drawing beside words, or in a button that has a name. */
export function Drawing({ name }: { readonly name: keyof typeof PATHS }) {
  return (
    <svg className="teams-drawing" viewBox="0 0 20 20" width="20" height="20" aria-hidden="true">
      <path d={PATHS[name]} />
    </svg>
  )
}

/** The app's own face: apps have six corners in Teams, people are round. */
export function BotFace() {
  return (
    <svg className="teams-bot" viewBox="0 0 32 32" width="32" height="32" aria-hidden="true">
      <path d="M16 1.5 28.6 8.7v14.6L16 30.5 3.4 23.3V8.7z" />
      <path d="M10 16.5a6 6 0 1 1 2 4.4L9.4 22z" className="teams-bot-mouth" />
    </svg>
  )
}
