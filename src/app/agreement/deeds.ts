import { type Deeds, reads, stores } from '../deed.ts'
import { askToBegin } from './ask-to-begin.ts'
import { askToChange, askToComplete, change, complete } from './change-agreement.ts'
import { confirm } from './confirm-agreement.ts'
import { showAgreement, showAgreements, showStanding } from './show-agreement.ts'
import { askFirst, askPart, askSecond, keepFirst, savePart } from './write-part.ts'

export const agreementDeeds: Deeds = {
  commands: {
    agreement: reads(showAgreements),
  },
  presses: {
    'agreement.show': reads(showAgreement),
    'agreement.standing': reads(showStanding),
    'agreement.write': reads(askPart),
    'agreement.nudge': stores(askToBegin),
    'agreement.complete': reads(askToComplete),
    'agreement.change': reads(askToChange),
    'agreement.confirm': stores(confirm),
  },
  submissions: {
    'agreement.write-first': { form: askFirst, run: keepFirst },
    'agreement.write-second': { form: askSecond, run: savePart },
    'agreement.complete-save': { form: askToComplete, run: complete },
    'agreement.change-save': { form: askToChange, run: change },
  },
}
