import { type Deeds, reads, stores } from '../deed.ts'
import { askForHelp, requestForm, saveRequest, showRequests } from './ask-for-help.ts'
import {
  askAnswer,
  closeRequest,
  listRequests,
  saveAnswer,
  seeRequest,
  showRequest,
} from './handle-request.ts'
import { askAddition, saveAddition, withdrawRequest } from './own-request.ts'

export const helpCaseDeeds: Deeds = {
  commands: {
    ask: reads(showRequests),
  },
  presses: {
    'help.new': reads(askForHelp),
    'help.add': reads(askAddition),
    'help.withdraw': stores(withdrawRequest),
    'help.list': reads(listRequests),
    'help.show': stores(showRequest),
    'help.seen': stores(seeRequest),
    'help.answer': reads(askAnswer),
    'help.close': stores(closeRequest),
  },
  submissions: {
    'help.save': { form: requestForm, run: saveRequest },
    'help.add-save': { form: askAddition, run: saveAddition },
    'help.answer-save': { form: askAnswer, run: saveAnswer },
  },
}
