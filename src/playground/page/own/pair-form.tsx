import { type FormEvent, useMemo, useState } from 'react'
import type { AccountKey, Someone } from '../../wire.ts'
import { AnswerLine } from '../answer-line.tsx'
import { closeDialog } from '../dialogs.ts'
import { partnersOf } from '../people/person-name.ts'
import { useHospital } from '../store.ts'
import { useDeed } from '../use-deed.ts'
import { showPeople } from '../who-am-i.ts'

const MOST = 500

/** Makes a pair by hand: two names, each completed from those who are there. */
export function PairForm() {
  const hospital = useHospital()
  const { doDeed, busy, answer } = useDeed()
  const [program, setProgram] = useState<string>()
  const [mentor, setMentor] = useState('')
  const [mentee, setMentee] = useState('')
  const programs = hospital?.programs ?? []
  const slug = programs.find((one) => one.slug === program)?.slug ?? programs[0]?.slug
  const people = hospital?.people
  const names = useMemo(() => [...new Set(people?.map(({ name }) => name))].slice(0, MOST), [people])

  const two = answer?.ok && people ? pairOf(people, [mentor, mentee]) : undefined

  async function pair(event: FormEvent) {
    event.preventDefault()
    if (slug !== undefined) await doDeed({ deed: 'pair', program: slug, mentor, mentee })
  }

  if (slug === undefined) return <p className="own-hint">A pair belongs to a program: there is none yet.</p>
  return (
    <form className="own-pair" onSubmit={pair}>
      <datalist id="own-names">
        {names.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      <div className="own-row">
        <Named label="Mentor" value={mentor} onChange={setMentor} />
        <Named label="Mentee" value={mentee} onChange={setMentee} />
        <label className="own-field">
          In
          <select className="field" value={slug} onChange={({ target }) => setProgram(target.value)}>
            {programs.map((one) => (
              <option key={one.slug} value={one.slug}>
                {one.name}
              </option>
            ))}
          </select>
        </label>
        <button type="submit" className="button button-main" disabled={busy}>
          Pair
        </button>
      </div>
      <AnswerLine answer={answer} />
      {two && (
        <button type="button" className="button own-see" onClick={() => see(two)}>
          See them side by side
        </button>
      )}
    </form>
  )
}

/** The accounts of those who were paired by these names, once the hospital has told of it. */
function pairOf(people: readonly Someone[], [mentor, mentee]: readonly [string, string]): Two | undefined {
  const called = (name: string) =>
    people.filter((one) => one.name.toLowerCase() === name.trim().toLowerCase())
  const [first] = called(mentee).filter(({ pairedWith }) =>
    called(mentor).some(({ key }) => pairedWith.includes(key)),
  )
  const beside =
    first && partnersOf(first, people).find(({ key }) => called(mentor).some((one) => one.key === key))
  return first && beside && { first: first.key, beside: beside.key }
}

interface Two {
  readonly first: AccountKey
  readonly beside: AccountKey
}

function see({ first, beside }: Two): void {
  closeDialog()
  showPeople(first, beside)
}

interface NamedField {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
}

function Named({ label, value, onChange }: NamedField) {
  return (
    <label className="own-field">
      {label}
      <input
        className="field"
        list="own-names"
        required
        maxLength={320}
        placeholder="Name or e-mail"
        autoComplete="off"
        value={value}
        onChange={({ target }) => onChange(target.value)}
      />
    </label>
  )
}
