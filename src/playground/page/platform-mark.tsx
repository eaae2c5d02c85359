import type { Platform } from '../wire.ts'
import './platform-mark.css'

export const PLATFORM_NAMES: Readonly<Record<Platform, string>> = { slack: 'Slack', teams: 'Teams' }

export function PlatformMark({ platform }: { readonly platform: Platform }) {
  return <span className={`platform-mark platform-mark-${platform}`}>{PLATFORM_NAMES[platform]}</span>
}
