import { type Deeds, reads, stores } from '../deed.ts'
import { askColumns, askMentoring, askWork, saveProfile, showProfile } from './edit-profile.ts'
import { askOwnList, keepOwnList } from './keep-own-list.ts'
import { giveCode, tellKnownAlready } from './link-account.ts'

export const profileDeeds: Deeds = {
  commands: { profile: reads(showProfile) },
  presses: {
    'account.code': reads(tellKnownAlready),
    'account.link': stores(giveCode),
    'profile.apart': reads(askOwnList),
    'profile.mentoring': reads(askMentoring),
    'profile.missing': reads(askColumns),
    'profile.work': reads(askWork),
  },
  submissions: {
    'account.code-save': { form: tellKnownAlready, run: tellKnownAlready },
    'profile.apart-save': { form: askOwnList, run: keepOwnList },
    'profile.save': { form: askColumns, run: saveProfile },
  },
}
