import { type Deeds, reads } from '../deed.ts'
import { browseOn, browseResources } from './browse-resources.ts'
import { askTried, suggestReading } from './suggest-reading.ts'

export const resourceDeeds: Deeds = {
  commands: { resources: reads(browseResources) },
  presses: {
    'resource.browse': reads(browseOn),
    'resource.ask': reads(askTried),
  },
  submissions: {
    'resource.suggest': { form: askTried, run: suggestReading },
  },
}
