import './switch.css'

interface SwitchState {
  readonly label: string
  readonly on: boolean
  readonly disabled?: boolean
  readonly onChange: (on: boolean) => void
}

export function Switch({ label, on, disabled = false, onChange }: SwitchState) {
  return (
    <button
      type="button"
      role="switch"
      className="switch"
      aria-checked={on}
      disabled={disabled}
      onClick={() => onChange(!on)}
    >
      <span aria-hidden="true" className="switch-track" />
      <span>{label}</span>
    </button>
  )
}
