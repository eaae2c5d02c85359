import type { MultiSelect, Option, Select } from '@slack/types'
import { useHospital } from '../../store.ts'
import { usePlaces } from '../pane.ts'

export interface Choice {
  readonly value: string
  readonly label: string
  readonly description?: string
  readonly group?: string
}

/** What a menu offers: what the bot put there, or whom and what this person sees of the workspace. */
export function useChoices(element: Select | MultiSelect): readonly Choice[] {
  const people = useHospital()?.people ?? []
  const places = usePlaces()
  switch (element.type) {
    case 'static_select':
    case 'multi_static_select':
      return [
        ...(element.options ?? []).map((option) => choiceOf(option)),
        ...(element.option_groups ?? []).flatMap(({ label, options }) =>
          options.map((option) => choiceOf(option, label.text)),
        ),
      ]
    case 'users_select':
    case 'multi_users_select':
      return people
        .filter(({ key }) => key.startsWith('slack:'))
        .map(({ key, name, line }) => ({ value: key.slice(6), label: name, description: line }))
    case 'channels_select':
    case 'multi_channels_select':
      return places
        .filter(({ kind }) => kind === 'channel')
        .map(({ id, name }) => ({ value: id, label: name }))
    case 'conversations_select':
    case 'multi_conversations_select':
      return places.map(({ id, name }) => ({ value: id, label: name }))
    default:
      return []
  }
}

function choiceOf(option: Option, group?: string): Choice {
  return {
    value: option.value ?? '',
    label: option.text.text,
    ...(option.description && { description: option.description.text }),
    ...(group !== undefined && { group }),
  }
}

/** The choices in whose words every word of the search begins one. */
export function matching(choices: readonly Choice[], search: string): readonly Choice[] {
  const wanted = fold(search).split(/\s+/u).filter(Boolean)
  if (wanted.length === 0) return choices
  return choices.filter(({ label, description = '' }) => {
    const words = fold(`${label} ${description}`).split(/[\s\p{P}]+/u)
    return wanted.every((start) => words.some((word) => word.startsWith(start)))
  })
}

function fold(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLocaleLowerCase('en')
}
