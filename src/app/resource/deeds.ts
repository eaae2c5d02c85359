import { type Deeds, reads } from '../deed.ts'
import { askTopic, browseOn, browseResources, showTopic } from './browse-resources.ts'
import { askTried, suggestReading } from './suggest-reading.ts'

export const resourceDeeds: Deeds = {
  commands: { resources: reads(browseResources) },
  presses: {
    'resource.browse': reads(browseOn),
    'resource.topics': reads(askTopic),
    'resource.ask': reads(askTried),
  },
  submissions: {
    'resource.topic': { form: askTopic, run: showTopic },
    'resource.suggest': { form: askTried, run: suggestReading },
  },
}
