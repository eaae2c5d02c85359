import type { Completion } from './completion.ts'

interface CompletionListProps {
  readonly id: string
  readonly options: readonly Completion[]
  readonly active: number | undefined
  readonly onTake: (option: Completion) => void
}

/** The commands that may be meant, above the box. The box keeps the focus and names the active one. */
export function CompletionList({ id, options, active, onTake }: CompletionListProps) {
  return (
    <div className="completion-list" id={id} role="listbox" aria-label="Commands">
      {options.map((option, index) => (
        <div
          key={option.words}
          id={`${id}-${index}`}
          role="option"
          tabIndex={-1}
          aria-selected={index === active}
          ref={index === active ? showIt : undefined}
          onPointerDown={(event) => {
            event.preventDefault()
            onTake(option)
          }}
        >
          <b>{option.words}</b> <span className="completion-usage">{option.usage}</span>
          <span className="completion-summary">{option.summary}</span>
        </div>
      ))}
    </div>
  )
}

function showIt(element: HTMLElement | null): void {
  element?.scrollIntoView({ block: 'nearest' })
}
