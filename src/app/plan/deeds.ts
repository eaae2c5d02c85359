import { type Deeds, reads, stores } from '../deed.ts'
import { askAction, saveAction } from './add-action.ts'
import { askChange, askTick, doAction, dropAction, saveChange, saveTicked } from './change-action.ts'
import { showPlan } from './show-plan.ts'

export const planDeeds: Deeds = {
  commands: { plan: reads(showPlan) },
  presses: {
    'plan.list': reads(showPlan),
    'plan.add': reads(askAction),
    'plan.change': reads(askChange),
    'plan.tick': reads(askTick),
    'plan.done': stores(doAction),
    'plan.drop': stores(dropAction),
  },
  submissions: {
    'plan.add-save': { form: askAction, run: saveAction },
    'plan.change-save': { form: askChange, run: saveChange },
    'plan.tick-save': { form: askTick, run: saveTicked },
  },
}
