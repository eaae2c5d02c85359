import { type Deeds, reads } from '../deed.ts'
import { askWords, sendWords, tell } from './tell.ts'

export const relayDeeds: Deeds = {
  commands: {
    tell: reads(tell),
  },
  presses: {
    'relay.write': reads(askWords),
  },
  submissions: {
    'relay.send': { form: askWords, run: sendWords },
  },
}
