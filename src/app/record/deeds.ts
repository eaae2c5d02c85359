import { type Deeds, reads, stores } from '../deed.ts'
import { askToForget, askWhetherToForget, forgetMe } from './forget-me.ts'
import { sendMyRecord } from './send-record.ts'

export const recordDeeds: Deeds = {
  commands: {
    export: stores(sendMyRecord),
    'forget me': reads(askWhetherToForget),
  },
  presses: {
    'person.export': stores(sendMyRecord),
    'person.forget': reads(askToForget),
  },
  submissions: {
    'person.forget-save': { form: askToForget, run: forgetMe },
  },
}
