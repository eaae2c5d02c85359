import { type Deeds, reads } from '../deed.ts'
import { askReflection } from './ask-reflection.ts'
import { deleteEntry, openJournal, showDelete, showPage, turnPage } from './read-journal.ts'
import { askMoment, saveReflection } from './write-reflection.ts'

export const reflectDeeds: Deeds = {
  commands: {
    reflect: reads(askMoment),
  },
  presses: {
    'reflect.write': reads(askReflection),
    'reflect.journal': reads(openJournal),
  },
  submissions: {
    'reflect.save': { form: askReflection, run: saveReflection },
    'reflect.turn': { form: showPage, run: turnPage },
    'reflect.delete': { form: showDelete, run: deleteEntry },
  },
}
