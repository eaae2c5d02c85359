import { type Deeds, reads, stores } from '../deed.ts'
import { answerHere, answerNotMet, passQuestion, pickChoice } from './answer-here.ts'
import { changeReader, showReaders } from './change-reader.ts'
import { fillInForm, openForm, sentForm } from './fill-in-form.ts'
import { askPutOffDate, offerLater, putOffDays, putOffToDate } from './put-off.ts'
import { saveForm } from './save-form.ts'
import { skipCheckIn } from './skip-check-in.ts'
import { takeBack } from './take-back.ts'

export const checkinDeeds: Deeds = {
  commands: {
    checkin: reads(fillInForm),
  },
  presses: {
    'checkin.answer': stores(answerHere),
    'checkin.form': reads(openForm),
    'checkin.not-met': stores(answerNotMet),
    'checkin.pick': stores(pickChoice),
    'checkin.pass': stores(passQuestion),
    'checkin.reader': reads(showReaders),
    'checkin.read-by': stores(changeReader),
    'checkin.not-this': stores(takeBack),
    'checkin.later': reads(offerLater),
    'checkin.put-off': stores(putOffDays),
    'checkin.put-off-form': reads(askPutOffDate),
    'checkin.skip': stores(skipCheckIn),
  },
  submissions: {
    'checkin.save': { form: sentForm, run: saveForm },
    'checkin.put-off-date': { form: askPutOffDate, run: putOffToDate },
  },
}
