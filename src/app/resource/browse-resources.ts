import { textIn } from '../../core/message/form.ts'
import type { Outcome } from '../../core/message/intent.ts'
import { shortened } from '../../core/message/label.ts'
import type { Message } from '../../core/message/message.ts'
import { unpackWord } from '../../core/message/packed-word.ts'
import type { Resource } from '../../core/program/resource.ts'
import {
  noResources,
  nothingAbout,
  resourcesMessage,
  topicsForm,
  topicsMessage,
} from '../../core/resource/messages.ts'
import { aboutTopic, readableBy, topicsOf } from '../../core/resource/topics.ts'
import { isOver, programsOf, type TakingPart } from '../people/taking-part.ts'
import type { Turn } from '../turn.ts'

/** So few need no topics to choose from. */
const SHOWN_AT_ONCE = 5
/** What is searched for; it travels with the buttons of the pages. */
const LONGEST_WORD = 60

/** `resources [TOPIC]`: what the person's programs keep for reading, by topic. */
export async function browseResources(turn: Turn): Promise<Outcome> {
  const resources = await resourcesFor(turn)
  if (resources.length === 0) return show(noResources())
  const topic = shortened(turn.rest.replace(/\s+/g, ' ').trim(), LONGEST_WORD)
  if (topic !== '') return show(aboutMessage(resources, topic, 0))
  const isFew = resources.length <= SHOWN_AT_ONCE
  return show(isFew ? resourcesMessage({ topic, resources, from: 0 }) : topicsMessage(topicsOf(resources)))
}

/** The form with all topics. */
export async function askTopic(turn: Turn): Promise<Outcome> {
  const topics = topicsOf(await resourcesFor(turn))
  return topics.length === 0 ? show(noResources()) : { kind: 'form', form: topicsForm(topics) }
}

/** What there is about the topic that was chosen. */
export async function showTopic(turn: Turn): Promise<Outcome> {
  const resources = await resourcesFor(turn)
  const chosen = topicsOf(resources)[Number(textIn(turn.values, 'topic'))]
  return show(chosen ? aboutMessage(resources, chosen.name, 0) : noResources())
}

/** *Show more* of a topic. */
export async function browseOn(turn: Turn): Promise<Outcome> {
  const [from = '', packed = ''] = turn.about
  const resources = await resourcesFor(turn)
  const at = /^\d{1,3}$/.test(from) ? Number(from) : 0
  return show(
    resources.length === 0
      ? noResources()
      : aboutMessage(resources, shortened(unpackWord(packed).trim(), LONGEST_WORD), at),
  )
}

function aboutMessage(resources: readonly Resource[], topic: string, from: number): Message {
  const found = aboutTopic(resources, topic)
  if (found.length === 0) return nothingAbout(topic, topicsOf(resources))
  return resourcesMessage({ topic, resources: found, from: from < found.length ? from : 0 })
}

async function resourcesFor({ scope, person }: Turn): Promise<readonly Resource[]> {
  const places = await programsOf(scope, person.id)
  const found = places
    .filter(
      ({ enrollment, program }) =>
        (enrollment.state === 'active' || enrollment.state === 'paused') &&
        !isOver(program, person, scope.now),
    )
    .flatMap((place) => readableBy(place.program.resources, sidesOf(place)))
  // Two programs may keep the same.
  return [...new Map(found.map((one) => [`${one.title} ${one.link}`, one])).values()]
}

/** Between peers everybody is on both sides. */
function sidesOf({ enrollment, program }: TakingPart): ReadonlySet<'mentor' | 'mentee'> {
  const { role } = enrollment
  return new Set(role === 'both' || program.type === 'peer' ? (['mentor', 'mentee'] as const) : [role])
}

function show(message: Message): Outcome {
  return { kind: 'show', message }
}
