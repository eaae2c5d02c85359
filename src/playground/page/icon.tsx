const PATHS = {
  search: 'M10.5 4a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13Zm4.8 11.3L20 20',
  close: 'm6 6 12 12M18 6 6 18',
  beside: 'M4 5h16v14H4zM12 5v14',
  more: 'M4.5 12a1 1 0 1 0 2 0 1 1 0 1 0-2 0ZM11 12a1 1 0 1 0 2 0 1 1 0 1 0-2 0Zm6.5 0a1 1 0 1 0 2 0 1 1 0 1 0-2 0Z',
  swap: 'M7 8h12m-3-3 3 3-3 3M17 16H5m3-3-3 3 3 3',
  people:
    'M9 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7Zm-6.5 9c0-3.6 2.9-6 6.5-6s6.5 2.4 6.5 6M16 4.3a3.5 3.5 0 0 1 0 6.4M18 14.5c2.2.8 3.5 2.9 3.5 5.5',
  chat: 'M4 5h16v11H9.5L5.5 20v-4H4z',
  clock: 'M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17ZM12 7.5V12l3 2',
  nudge: 'M12 4a5 5 0 0 0-5 5c0 5-2 6-2 7.5h14C19 15 17 14 17 9a5 5 0 0 0-5-5ZM10 19.5h4',
  reminder: 'M5 12a7 7 0 1 1 2.2 5.1M5 12v-4m0 4h4M12 8.5V12l2.5 1.5',
  digest: 'M5 19V10m4.7 9V5m4.6 14v-6m4.7 6V8',
  message: 'M4 5h16v11H9.5L5.5 20v-4H4z',
  deed: 'M5 12.5 10 17 19 7',
  trouble: 'M12 4.5 3 19.5h18L12 4.5ZM12 10v4.5m0 2.5v.1',
  light:
    'M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8ZM12 2.5v2m0 15v2M2.5 12h2m15 0h2M5.3 5.3l1.4 1.4m10.6 10.6 1.4 1.4M18.7 5.3l-1.4 1.4M6.7 17.3l-1.4 1.4',
  dark: 'M19.5 14.5A8 8 0 0 1 9.5 4.5a8 8 0 1 0 10 10Z',
  system: 'M3.5 5h17v11h-17zM9 20h6M12 16v4',
  about:
    'M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17ZM9.6 9.5a2.4 2.4 0 1 1 3.6 2.1c-.8.5-1.2.9-1.2 1.9m0 3v.1',
  own: 'M12 15V4m-4 4 4-4 4 4M4.5 14v5.5h15V14',
  next: 'M6 5.5 14.5 12 6 18.5zM18 5.5v13',
} as const

export type IconName = keyof typeof PATHS

/** A drawing beside words that say the same: those who listen do not hear of it. */
export function Icon({ name, size = 18 }: { readonly name: IconName; readonly size?: number }) {
  return (
    <svg
      aria-hidden="true"
      className="icon"
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.75"
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      <path d={PATHS[name]} />
    </svg>
  )
}
