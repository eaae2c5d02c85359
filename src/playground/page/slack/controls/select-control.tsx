import type { MultiSelect, Select } from '@slack/types'
import { useId, useRef } from 'react'
import { ChoiceList } from './choice-list.tsx'
import { type Choice, useChoices } from './choices.ts'
import { allOf, type ControlProps } from './control-props.ts'
import { useMenu } from './use-menu.ts'

/** A menu that can be searched, of which one or several are chosen. */
export function SelectControl(props: ControlProps<Select | MultiSelect>) {
  const { element, id, value, aria, onChange } = props
  const several = element.type.startsWith('multi_')
  const choices = useChoices(element)
  const chosen = allOf(value)
  const listId = useId()
  const field = useRef<HTMLInputElement>(null)

  const choose = ({ value: picked }: Choice) => {
    if (several) {
      onChange(toggled(chosen, picked, mostOf(element)))
      menu.searchFor('')
    } else {
      onChange(picked)
      menu.close()
    }
  }
  const menu = useMenu(choices, choose)
  const open = menu.search !== undefined
  const remove = (choice: Choice) => {
    onChange(chosen.filter((other) => other !== choice.value))
    field.current?.focus()
  }
  return (
    <div className="slack-select">
      {several && (
        <Chips chosen={choices.filter((choice) => chosen.includes(choice.value))} onRemove={remove} />
      )}
      <div className="slack-select-field">
        <input
          id={id}
          ref={field}
          className="slack-field"
          role="combobox"
          autoComplete="off"
          dir="auto"
          {...aria}
          aria-expanded={open}
          aria-controls={open ? listId : undefined}
          aria-autocomplete="list"
          aria-activedescendant={menu.found.length > 0 ? `${listId}-${menu.active}` : undefined}
          placeholder={element.placeholder?.text ?? (several ? 'Select options' : 'Select an option')}
          value={menu.search ?? labelOf(choices, several ? [] : chosen)}
          onChange={(event) => menu.searchFor(event.target.value)}
          onClick={menu.open}
          onBlur={menu.close}
          onKeyDown={(event) => {
            if (!menu.onKey(event.key)) return
            event.preventDefault()
            event.stopPropagation()
          }}
        />
        {open && (
          <ChoiceList
            id={listId}
            found={menu.found}
            chosen={chosen}
            active={menu.active}
            several={several}
            onChoose={choose}
          />
        )}
      </div>
    </div>
  )
}

function labelOf(choices: readonly Choice[], [first]: readonly string[]): string {
  return choices.find(({ value }) => value === first)?.label ?? ''
}

function toggled(chosen: readonly string[], picked: string, most: number): readonly string[] {
  if (chosen.includes(picked)) return chosen.filter((other) => other !== picked)
  return chosen.length < most ? [...chosen, picked] : chosen
}

function mostOf(element: Select | MultiSelect): number {
  const most = 'max_selected_items' in element ? element.max_selected_items : undefined
  return most ?? Number.POSITIVE_INFINITY
}

function Chips({ chosen, onRemove }: { chosen: readonly Choice[]; onRemove: (choice: Choice) => void }) {
  return chosen.map((choice) => (
    <span key={choice.value} className="slack-chip">
      <bdi>{choice.label}</bdi>
      <button type="button" aria-label={`Remove ${choice.label}`} onClick={() => onRemove(choice)}>
        ×
      </button>
    </span>
  ))
}
