import { type Deeds, reads, stores } from '../deed.ts'
import { askBegin, askGoal, beginGoal, putGoalAway, rewordGoal } from './begin-goal.ts'
import { askAdjust, askRetire, saveAdjusted, saveRetired, takeUpAgain } from './change-goal.ts'
import { keepGoal } from './review-goals.ts'
import { askWay, saveGoal } from './set-goal.ts'
import { showGoal } from './show-goal.ts'
import { askLook, showChosen, showGoals, showPast } from './show-goals.ts'
import { askProgress, saveProgress, tellProgress } from './tell-progress.ts'
import { askMilestones, saveMilestones, tickMilestone } from './tick-milestones.ts'

export const goalDeeds: Deeds = {
  commands: {
    goal: reads(showGoals),
    progress: stores(tellProgress),
  },
  presses: {
    'goal.list': reads(showGoals),
    'goal.past': reads(showPast),
    'goal.show': reads(showGoal),
    'goal.look': reads(askLook),
    'goal.new': reads(askGoal),
    'goal.reword': reads(rewordGoal),
    'goal.put-away': stores(putGoalAway),
    'goal.progress': reads(askProgress),
    'goal.tick': stores(tickMilestone),
    'goal.milestones': reads(askMilestones),
    'goal.adjust': reads(askAdjust),
    'goal.retire': reads(askRetire),
    'goal.reopen': stores(takeUpAgain),
    'goal.keep': stores(keepGoal),
  },
  submissions: {
    'goal.look-at': { form: askLook, run: showChosen },
    'goal.begin': { form: askBegin, run: beginGoal },
    'goal.save': { form: askWay, run: saveGoal },
    'goal.progress-save': { form: askProgress, run: saveProgress },
    'goal.milestones-save': { form: askMilestones, run: saveMilestones },
    'goal.adjust-save': { form: askAdjust, run: saveAdjusted },
    'goal.retire-save': { form: askRetire, run: saveRetired },
  },
}
