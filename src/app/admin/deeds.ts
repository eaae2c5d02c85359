import { type Deeds, reads, stores } from '../deed.ts'
import { chooseNudge } from './choose-nudge.ts'
import { readDigestNow } from './read-digest-now.ts'
import { askRoster, showAdminMenu } from './show-menu.ts'

export const adminDeeds: Deeds = {
  commands: {
    admin: reads(showAdminMenu),
    'admin import': reads(askRoster),
    'admin digest': stores(readDigestNow),
    'admin nudge': reads(chooseNudge),
  },
}
