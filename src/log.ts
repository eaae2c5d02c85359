import {
  destination,
  type Logger,
  type LoggerOptions,
  pino,
  type SerializedError,
  stdSerializers,
} from 'pino'

/**
 * JSON lines on stdout, pretty on a terminal. Logs never hold what people wrote, tokens or e-mail addresses: messages
 * are fixed words, and of an error only its class, code and stack are kept, because messages of databases and
 * platforms quote what they were given. `toErrors`: on stderr, where stdout is for what a command prints.
 */
export function createLog(options: { level: string; pretty: boolean; toErrors?: true }): Logger {
  const settings: LoggerOptions = {
    level: options.level,
    base: null,
    serializers: { err: (error: Error) => withoutWords(stdSerializers.err(error)) },
    ...(options.pretty && { transport: { target: 'pino-pretty', options: { ignore: 'pid,hostname' } } }),
  }
  return options.toErrors ? pino(settings, destination(2)) : pino(settings)
}

function withoutWords(error: SerializedError): Record<string, unknown> {
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line))
  return { type: error.type, code: error['code'], stack: frames.slice(0, 8).join('\n') }
}
