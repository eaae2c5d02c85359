import {
  type KeyboardEvent,
  type RefObject,
  useDeferredValue,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react'
import type { AccountKey, Someone } from '../../wire.ts'
import { Icon } from '../icon.tsx'
import { useHospital } from '../store.ts'
import { become, useSeats } from '../who-am-i.ts'
import { firstOf, groupPeople, searchPeople } from './order.ts'
import { partnersOf } from './person-name.ts'
import { PersonRow } from './person-row.tsx'
import { useRowKeys } from './row-keys.ts'
import { unread } from './unread.ts'
import { useLooked } from './use-looked.ts'
import './people-panel.css'
import './people-strip.css'

const MOST = 200
const NOBODY: readonly Someone[] = []

/** Who I am: everybody of the hospital, to become or to put beside. */
export function PeoplePanel() {
  const hospital = useHospital()
  const people = hospital?.people ?? NOBODY
  const seats = useSeats()
  const looked = useLooked(
    hospital,
    [seats.first, seats.beside].filter((key) => key !== undefined),
  )
  const [wanted, setWanted] = useState('')
  const [focused, setFocused] = useState<AccountKey>()
  const search = useRef<HTMLInputElement>(null)
  const list = useRef<HTMLDivElement>(null)
  const sought = useDeferredValue(wanted)
  const found = useMemo(() => searchPeople(people, sought), [people, sought])
  const { groups, hidden } = useMemo(() => firstOf(groupPeople(found), MOST), [found])
  const shown = groups.flatMap(({ clusters }) => clusters.flat())
  const entry = [focused, seats.first].find((key) => shown.some((one) => one.key === key)) ?? shown[0]?.key
  const steer = useRowKeys({ search, list })
  useInView(list, hospital && seats.first)

  function choose(event: KeyboardEvent) {
    if (event.key === 'ArrowDown') steer(event)
    if (event.key === 'Enter' && shown[0]) become(shown[0].key)
    if (event.key === 'Escape') setWanted('')
  }

  return (
    <section className="people-panel" aria-labelledby="people-title">
      <h2 id="people-title" className="panel-title">
        Who I am
      </h2>
      <div className="people-search">
        <Icon name="search" size={16} />
        <input
          ref={search}
          type="search"
          value={wanted}
          placeholder="Search staff  ( / )"
          aria-label="Search staff by name, role or platform"
          autoComplete="off"
          spellCheck={false}
          maxLength={200}
          onChange={({ target: field }) => setWanted(field.value)}
          onKeyDown={choose}
        />
      </div>
      <p className="unseen" role="status">
        {sought !== '' && `${found.length} found`}
      </p>
      <div ref={list} className="people-list">
        {groups.map(({ title, clusters }) => (
          <section key={title} aria-label={title}>
            <h3 className="people-group">{title}</h3>
            <ul className="people-clusters">
              {clusters.map((cluster) => (
                <li key={cluster[0]?.key}>
                  <ul className="people-cluster" data-size={Math.min(cluster.length, 2)}>
                    {cluster.map((someone) => (
                      <PersonRow
                        key={someone.key}
                        account={someone.key}
                        name={someone.name}
                        line={someone.line}
                        partners={cluster.length > 1 ? '' : withWhom(someone, people)}
                        reachable={someone.reachable}
                        fresh={unread(looked, someone)}
                        seat={seatOf(someone.key, seats)}
                        canBeBeside={seats.first !== undefined && seatOf(someone.key, seats) === 'none'}
                        tabbable={someone.key === entry}
                        onFocus={setFocused}
                        onKeyDown={steer}
                      />
                    ))}
                  </ul>
                </li>
              ))}
            </ul>
          </section>
        ))}
        {hospital && found.length === 0 && (
          <p className="people-none">{sought === '' ? 'Nobody is here yet.' : 'Nobody is called that.'}</p>
        )}
        {hidden > 0 && <p className="people-none">{hidden} more: search for them by name.</p>}
      </div>
    </section>
  )
}

function withWhom(someone: Someone, people: readonly Someone[]): string {
  const partners = partnersOf(someone, people)
  return partners.length === 0 ? '' : `with ${partners.map(({ name }) => name).join(', ')}`
}

function seatOf(key: AccountKey, { first, beside }: { first?: AccountKey; beside?: AccountKey }) {
  if (key === first) return 'first'
  return key === beside ? 'beside' : 'none'
}

/** Whoever was chosen elsewhere is to be seen in the list, too. */
function useInView(list: RefObject<HTMLElement | null>, key: AccountKey | undefined): void {
  useEffect(() => {
    if (key !== undefined)
      list.current?.querySelector('[data-seat="first"]')?.scrollIntoView({ block: 'nearest' })
  }, [list, key])
}
