import type { KnownBlock, ModalView } from '@slack/types'
import { type FormEvent, type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import type { SlackWindow } from '../../../wire.ts'
import { Blocks } from '../blocks/blocks.tsx'
import { type Entered, fieldOf, SurfaceContext, useEntered } from '../blocks/surface.ts'
import type { Value } from '../controls/control-props.ts'
import { initialValue, submitted } from '../controls/initial-value.ts'
import { usePane } from '../pane.ts'
import { keptWindow } from './kept-windows.ts'
import { PaneWindow } from './pane-window.tsx'

/** A window that the bot opened. What is typed into it stays until the window is gone, whatever becomes of the page. */
export function Modal({ window, covered }: { window: SlackWindow; covered: boolean }) {
  const pane = usePane()
  const view = window.view as unknown as ModalView
  const blocks = view.blocks as readonly KnownBlock[]
  const [entered, enter] = useEntered(keptWindow(pane.who, window.id))
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({})
  const [refusal, setRefusal] = useState<string>()
  const [busy, setBusy] = useState(false)
  const form = useRef<HTMLFormElement>(null)
  const formId = useId()

  useEffect(() => {
    const [first] = Object.keys(errors)
    if (first !== undefined) focusField(form.current, first)
  }, [errors])

  const submit = async () => {
    if (busy) return
    setBusy(true)
    setRefusal(undefined)
    setErrors({})
    const answer = await pane.send({
      deed: 'slack-submit',
      view: window.id,
      entered: filled(blocks, entered),
    })
    setBusy(false)
    if (answer.ok) setErrors(answer.errors ?? {})
    setRefusal(answer.ok ? answer.notice : answer.reason)
  }
  const close = () => void pane.act({ deed: 'slack-close' })
  const surface = {
    in: { view: window.id },
    entered,
    errors,
    // While it is sent it stands still; disabled, its fields would lose the focus.
    enter: (field: string, value: Value) => {
      if (busy) return
      enter(field, value)
      const [block = ''] = JSON.parse(field) as string[]
      setErrors(({ [block]: _mended, ...others }) => others)
    },
  }
  const footer = (
    <>
      <button type="button" className="slack-button slack-button-large" onClick={close}>
        {view.close?.text ?? 'Cancel'}
      </button>
      {view.submit && (
        <button
          type="submit"
          form={formId}
          className="slack-button slack-button-large slack-button-primary"
          aria-disabled={busy}
        >
          {busy ? 'Sending …' : view.submit.text}
        </button>
      )}
    </>
  )
  return (
    <PaneWindow
      title={view.title.text}
      onClose={close}
      covered={covered}
      footer={footer}
      focusFirst=".slack-window-body :is(input, textarea)"
    >
      <form
        ref={form}
        id={formId}
        className="slack-window-body"
        noValidate
        aria-busy={busy}
        onSubmit={(event: FormEvent) => {
          event.preventDefault()
          void submit()
        }}
        onKeyDown={(event: KeyboardEvent) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void submit()
        }}
      >
        <p className="slack-refusal" role="alert" hidden={refusal === undefined}>
          {refusal}
        </p>
        <fieldset className="slack-form">
          <legend className="unseen">{view.title.text}</legend>
          <SurfaceContext value={surface}>
            <Blocks blocks={blocks} />
          </SurfaceContext>
        </fieldset>
      </form>
    </PaneWindow>
  )
}

function filled(blocks: readonly KnownBlock[], entered: Entered): Record<string, Value> {
  const inputs = blocks.filter((block) => block.type === 'input')
  return Object.fromEntries(
    inputs.map(({ block_id, element }) => {
      const value = entered[fieldOf(block_id, element.action_id)] ?? initialValue(element)
      return [block_id ?? '', submitted(element, value)]
    }),
  )
}

function focusField(form: HTMLFormElement | null, block: string): void {
  const field = form?.querySelector(`[data-block="${CSS.escape(block)}"]`)
  field?.querySelector<HTMLElement>('input, textarea')?.focus()
}
