import { type Resource, resourceReaders } from './resource.ts'
import { address, list, mapping, oneOf, words } from './written.ts'

const resource = mapping({
  title: words(120),
  link: address.optional(),
  text: words(600).optional(),
  topics: list(words(40), 8),
  for: oneOf(resourceReaders).default('both'),
}).transform(({ link, text, ...rest }, context): Resource => {
  const refuse = (path: string[], message: string) => context.addIssue({ code: 'custom', path, message })
  if (link === undefined && text === undefined) refuse([], 'write a link, or the text itself')
  if (rest.topics.length === 0) refuse(['topics'], 'name at least one topic, by which it is found')
  return { ...rest, ...(link && { link }), ...(text && { text }) }
})

/** What a program keeps for reading. */
export const resources = list(resource, 60)
