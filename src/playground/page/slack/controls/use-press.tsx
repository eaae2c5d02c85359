import type { ConfirmationDialog } from '@slack/types'
import { type ReactNode, useState } from 'react'
import { useSurface } from '../blocks/surface.ts'
import { usePane } from '../pane.ts'
import { TextObject } from '../text/text-object.tsx'
import { QuestionWindow } from '../windows/question-window.tsx'
import type { Value } from './control-props.ts'

interface Pressable {
  readonly action_id?: string
  readonly confirm?: ConfirmationDialog
}

interface Press {
  readonly busy: boolean
  /** Asks first where the bot wants that, then tells the bot. While one press is on its way, others are not heard. */
  press(chosen?: Value): void
  /** What is asked, to be drawn beside the control. */
  readonly question: ReactNode
}

/** The way of a press from its control to the bot. */
export function usePress(block: string | undefined, element: Pressable): Press {
  const pane = usePane()
  const surface = useSurface()
  const [busy, setBusy] = useState(false)
  const [asked, setAsked] = useState<{ readonly chosen?: Value }>()

  const go = async (what: { readonly chosen?: Value }) => {
    setAsked(undefined)
    setBusy(true)
    await pane.act({
      deed: 'slack-press',
      in: surface.in,
      block: block ?? '',
      action: element.action_id ?? '',
      ...what,
    })
    setBusy(false)
  }
  const press = (chosen?: Value) => {
    if (busy) return
    const what = chosen === undefined ? {} : { chosen }
    if (element.confirm) setAsked(what)
    else void go(what)
  }
  const { confirm } = element
  const question = asked && confirm && (
    <QuestionWindow
      title={confirm.title?.text ?? 'Are you sure?'}
      yes={confirm.confirm?.text ?? 'Yes'}
      no={confirm.deny?.text ?? 'Cancel'}
      danger={confirm.style === 'danger'}
      onYes={() => void go(asked)}
      onNo={() => setAsked(undefined)}
    >
      <TextObject of={confirm.text} />
    </QuestionWindow>
  )
  return { busy, press, question }
}
