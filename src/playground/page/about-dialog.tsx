import readme from '../../../README.md?raw'
import { PageDialog } from './page-dialog.tsx'
import { sectionOf } from './section.ts'
import './about-dialog.css'

const CONNECT = ['Connect a Slack workspace', 'Connect Microsoft Teams'] as const

interface AboutState {
  readonly open: boolean
  readonly onClose: () => void
}

/** What this is, and how one goes on from here. */
export function AboutDialog({ open, onClose }: AboutState) {
  return (
    <PageDialog title="What is this?" open={open} onClose={onClose}>
      <div className="about">
        <p>
          Rounds is a mentoring bot for hospitals, in Slack and in Microsoft Teams. It asks mentors and
          mentees how it goes at an hour that suits their shifts, keeps their goals moving, and tells the
          coordinators once a week where help is needed.
        </p>
        <p>
          This page is a small hospital on your own machine. The bot in it is the real one, with its database
          and its queue; only the servers of Slack and Teams are played. Nothing leaves this machine, and
          nobody here is real.
        </p>
        <ul>
          <li>On the left, choose whom you are. Put a second person beside, to see a pair from both ends.</li>
          <li>In the middle, press, write and fill in as they would.</li>
          <li>On the right, move the clock on, and see what happens by itself.</li>
        </ul>
        <h3>Connect it for real</h3>
        {CONNECT.map((heading) => (
          <details key={heading}>
            <summary>{heading}</summary>
            <pre className="about-readme">{sectionOf(readme, heading)}</pre>
          </details>
        ))}
        <p className="about-more">More, also how to run it for good, stands in README.md.</p>
      </div>
    </PageDialog>
  )
}
