import { AdaptiveCard, GlobalSettings } from 'adaptivecards'
import MarkdownIt from 'markdown-it'

// What Teams reads in a card: bold, italic, lists and links. No headings, tables, images or HTML.
const reader = new MarkdownIt('zero', { html: false, linkify: false }).enable([
  'escape',
  'entity',
  'emphasis',
  'link',
  'list',
])
reader.validateLink = (link) => isOpenable(link)

/** Only these lead out of a card. */
export function isOpenable(link: string): boolean {
  return /^(?:https?:\/\/|mailto:)[^\s]+$/i.test(link) && URL.canParse(link)
}

/** Has Microsoft's renderer read Markdown as Teams does, and leave cards themselves out of the tab order. */
export function setUpRenderer(): void {
  AdaptiveCard.onProcessMarkdown = (text, result) => {
    result.outputHtml = reader.render(text).trim()
    result.didProcess = true
  }
  GlobalSettings.setTabIndexAtCardRoot = false
}
