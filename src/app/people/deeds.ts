import { type Deeds, reads, stores } from '../deed.ts'
import { declineForNow } from './decline.ts'
import { goOn } from './go-on.ts'
import { askToJoin, joinByButton, joinByCommand, joinOpenProgram } from './join-program.ts'
import { askLeave, leaveProgram } from './leave-program.ts'
import { askPause, pauseByCommand, pauseByForm } from './pause.ts'
import { resumeByCommand } from './resume.ts'
import { askHours, setHours } from './set-hours.ts'
import { showHelp } from './show-help.ts'
import { showMore, showOverview } from './show-overview.ts'
import { showPrivacy } from './show-privacy.ts'
import { noteUnderstood } from './understand.ts'

export const peopleDeeds: Deeds = {
  commands: {
    overview: reads(showOverview),
    help: reads(showHelp),
    join: stores(joinByCommand),
    hours: reads(askHours),
    pause: stores(pauseByCommand),
    resume: stores(resumeByCommand),
    leave: reads(askLeave),
    privacy: reads(showPrivacy),
  },
  presses: {
    'overview.more': reads(showMore),
    'person.hours': reads(askHours),
    'program.join': stores(joinByButton),
    'program.join-form': reads(askToJoin),
    'program.not-now': stores(declineForNow),
    'program.understood': stores(noteUnderstood),
    'program.go-on': stores(goOn),
    'program.pause': reads(askPause),
    'program.leave': reads(askLeave),
  },
  submissions: {
    'person.hours-save': { form: askHours, run: setHours },
    'program.join-save': { form: askToJoin, run: joinOpenProgram },
    'program.pause-save': { form: askPause, run: pauseByForm },
    'program.leave-save': { form: askLeave, run: leaveProgram },
  },
}
