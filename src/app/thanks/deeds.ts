import { type Deeds, reads } from '../deed.ts'
import { askThanks, saveThanks, tellThanks } from './say-thanks.ts'

export const thanksDeeds: Deeds = {
  commands: {
    thanks: reads(tellThanks),
  },
  presses: {
    'thanks.write': reads(askThanks),
  },
  submissions: {
    'thanks.save': { form: askThanks, run: saveThanks },
  },
}
