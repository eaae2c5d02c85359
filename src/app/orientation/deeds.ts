import { type Deeds, reads } from '../deed.ts'
import { askTicks, saveTicks, showList } from './tick-points.ts'

export const orientationDeeds: Deeds = {
  presses: {
    'orientation.list': reads(showList),
    'orientation.tick': reads(askTicks),
  },
  submissions: {
    'orientation.save': { form: askTicks, run: saveTicks },
  },
}
