import fc from 'fast-check'
import { expect, test } from 'vitest'
import { refuseMessage, refuseView } from '../../../src/playground/slack/check-payloads.ts'
import { renderForm, withErrors } from '../../../src/slack/render/form.ts'
import { renderMessage } from '../../../src/slack/render/message.ts'
import { renderHome, renderWindow } from '../../../src/slack/render/view.ts'
import { forms, messages } from './arbitraries.ts'

const runs = { numRuns: 50 }

test('whatever a message holds, Slack takes it', () => {
  fc.assert(
    fc.property(messages, (message) => {
      const rendered = renderMessage(message)

      expect(refuseMessage(rendered)).toBeUndefined()
      expect(rendered.text.length).toBeLessThanOrEqual(10_000)
    }),
    runs,
  )
})

test('whatever a message holds, Slack takes it as a Home tab and as a window', () => {
  fc.assert(
    fc.property(messages, (message) => {
      expect(refuseView(renderHome(message))).toBeUndefined()
      expect(refuseView(renderWindow(message))).toBeUndefined()
    }),
    runs,
  )
})

test('whatever a form holds, Slack opens it, also with its errors at its head', () => {
  fc.assert(
    fc.property(forms, (form) => {
      expect(refuseView(renderForm(form))).toBeUndefined()
      expect(refuseView(renderForm(withErrors(form, { a: 'Too long.' })))).toBeUndefined()
    }),
    runs,
  )
})
