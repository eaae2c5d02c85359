import { type Deeds, reads, stores } from '../deed.ts'
import { askGoal, saveGoal } from './set-goal.ts'
import { showGoals } from './show-goals.ts'
import { askProgress, saveProgress, tellProgress } from './tell-progress.ts'

export const goalDeeds: Deeds = {
  commands: {
    goal: reads(showGoals),
    progress: stores(tellProgress),
  },
  presses: {
    'goal.list': reads(showGoals),
    'goal.new': reads(askGoal),
    'goal.progress': reads(askProgress),
  },
  submissions: {
    'goal.save': { form: askGoal, run: saveGoal },
    'goal.progress-save': { form: askProgress, run: saveProgress },
  },
}
