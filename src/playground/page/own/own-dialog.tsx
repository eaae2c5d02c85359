import { useState } from 'react'
import career from '../../../../demo/career.yaml?raw'
import program from '../../../../demo/new-nurses.yaml?raw'
import people from '../../../../demo/people.csv?raw'
import { PageDialog } from '../page-dialog.tsx'
import { useHospital } from '../store.ts'
import { useDeed } from '../use-deed.ts'
import { DropZone } from './drop-zone.tsx'
import { Example } from './example.tsx'
import { PairForm } from './pair-form.tsx'
import { Reset } from './reset.tsx'
import './own-dialog.css'

interface OwnDialogState {
  readonly open: boolean
  readonly onClose: () => void
}

/** The visitor's own hospital: a program, its people, pairs by hand; or all of it anew. */
export function OwnDialog({ open, onClose }: OwnDialogState) {
  return (
    <PageDialog title="Your hospital" open={open} onClose={onClose}>
      <BringProgram />
      <BringPeople />
      <section className="own-part" aria-labelledby="own-pair">
        <h3 id="own-pair">Pair two people</h3>
        <PairForm />
      </section>
      <section className="own-part" aria-labelledby="own-reset">
        <h3 id="own-reset">Begin again</h3>
        <Reset onDone={onClose} />
      </section>
    </PageDialog>
  )
}

function BringProgram() {
  const { doDeed, busy, answer } = useDeed()
  return (
    <section className="own-part" aria-labelledby="own-program">
      <h3 id="own-program">A program, as YAML</h3>
      <DropZone
        label="Drop a program here, or choose a file"
        accept=".yaml,.yml"
        busy={busy}
        answer={answer}
        onFile={({ base64 }) => doDeed({ deed: 'bring-program', base64 })}
      />
      <p className="own-examples">
        Examples: <Example name="new-nurses.yaml" text={program} />,{' '}
        <Example name="career.yaml" text={career} />
      </p>
    </section>
  )
}

function BringPeople() {
  const programs = useHospital()?.programs ?? []
  const { doDeed, busy, answer } = useDeed()
  const [chosen, setChosen] = useState<string>()
  const slug = programs.find((one) => one.slug === chosen)?.slug ?? programs[0]?.slug
  return (
    <section className="own-part" aria-labelledby="own-people">
      <h3 id="own-people">Its people, as CSV</h3>
      {slug === undefined ? (
        <p className="own-hint">Bring a program first: people are always brought into one.</p>
      ) : (
        <>
          <label className="own-field">
            Into
            <select className="field" value={slug} onChange={({ target }) => setChosen(target.value)}>
              {programs.map((one) => (
                <option key={one.slug} value={one.slug}>
                  {one.name}
                </option>
              ))}
            </select>
          </label>
          <DropZone
            label="Drop a list of people here, or choose a file"
            accept=".csv"
            busy={busy}
            answer={answer}
            onFile={({ base64 }) => doDeed({ deed: 'bring-people', program: slug, base64 })}
          />
        </>
      )}
      <p className="own-examples">
        Example: <Example name="people.csv" text={people} />
      </p>
    </section>
  )
}
