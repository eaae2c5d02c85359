import { shortened } from '../message/label.ts'
import type { Text } from '../message/message.ts'
import { type MentorCard, skillsFor } from './card.ts'

const mostNamed = 4
const longestLine = 400

/** A mentor in two lines: name and places, then what they show, what this mentee seeks first. */
export function cardWords(
  card: MentorCard,
  { sought, locale }: { readonly sought: readonly string[]; readonly locale: string },
): Text {
  const shown = shownWords(card, sought, locale)
  const head = [{ text: card.name, bold: true as const }, { text: ` · ${placesWords(card.places)}` }]
  return shown === '' ? head : [...head, { text: `\n${shortened(shown, longestLine)}` }]
}

/** How many more mentees somebody can take. */
export function placesWords(places: number): string {
  if (places <= 0) return 'no place left at the moment'
  return places === 1 ? '1 place left' : `${places} places left`
}

function shownWords(card: MentorCard, sought: readonly string[], locale: string): string {
  const list = new Intl.ListFormat(locale)
  const named = (words: readonly string[]) => {
    const more = words.length - mostNamed
    return list.format(more > 0 ? [...words.slice(0, mostNamed), `${more} more`] : words)
  }
  const { specialty, sites, languages, years } = card
  const skills = skillsFor(card, sought)
  return [
    ...(skills.sought.length > 0 ? [`Offers ${named(skills.sought)}, which you seek`] : []),
    ...(skills.others.length > 0
      ? [`${skills.sought.length > 0 ? 'also offers' : 'Offers'} ${named(skills.others)}`]
      : []),
    ...(specialty === undefined ? [] : [specialty]),
    ...(sites.length > 0 ? [named(sites)] : []),
    ...(languages.length > 0 ? [`speaks ${named(languages)}`] : []),
    ...(years === undefined ? [] : [yearsWords(years)]),
  ].join(' · ')
}

function yearsWords(years: number): string {
  if (years < 1) return 'in the first year of the profession'
  return years === 1 ? '1 year in the profession' : `${years} years in the profession`
}
