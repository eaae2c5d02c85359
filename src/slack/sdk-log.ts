import { type Logger as BoltLogger, LogLevel } from '@slack/bolt'
import type { Logger } from 'pino'

/**
 * Slack's SDK logs through this. Only that it warned or failed is kept, and where: its debug lines are whole
 * payloads, and its words quote errors that quote what they were given.
 */
export function sdkLog(log: Logger): BoltLogger {
  const say = (level: 'warn' | 'error') => () =>
    log[level]({ source: 'slack-sdk' }, "a warning of Slack's SDK")
  const nothing = () => {}
  return {
    debug: nothing,
    info: nothing,
    warn: say('warn'),
    error: say('error'),
    setLevel: nothing,
    getLevel: () => LogLevel.WARN,
    setName: nothing,
  }
}
