import type { Datepicker, DateTimepicker, Timepicker } from '@slack/types'
import { type ControlProps, oneOf } from './control-props.ts'

const KINDS = { datepicker: 'date', timepicker: 'time', datetimepicker: 'datetime-local' } as const

/** A day, a time of day, or both; a moment is told in seconds since 1970, as Slack does. */
export function DateControl(props: ControlProps<Datepicker | Timepicker | DateTimepicker>) {
  const { element, id, value, aria, onChange } = props
  const isMoment = element.type === 'datetimepicker'
  const written = oneOf(value)
  return (
    <input
      id={id}
      type={KINDS[element.type]}
      className="slack-field slack-field-date"
      {...aria}
      value={isMoment ? localOf(written) : written}
      onChange={(event) => onChange(isMoment ? secondsOf(event.target.value) : event.target.value)}
    />
  )
}

function localOf(seconds: string): string {
  if (seconds === '') return ''
  const at = new Date(Number(seconds) * 1000)
  return new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 16)
}

function secondsOf(local: string): string {
  return local === '' ? '' : String(Math.floor(new Date(local).getTime() / 1000))
}
