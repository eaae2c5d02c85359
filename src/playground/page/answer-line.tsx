import type { DeedAnswer } from '../wire.ts'
import './answer-line.css'

const MOST_PROBLEMS = 200

/** What became of a deed, in place: what was done, or why not, line by line. */
export function AnswerLine({ answer }: { readonly answer: DeedAnswer | undefined }) {
  return (
    <div role="status" className="answer-line">
      {answer?.ok === true && answer.said && <p className="answer-line-said">{answer.said}</p>}
      {answer?.ok === false && <Refusal reason={answer.reason} problems={[...new Set(answer.problems)]} />}
    </div>
  )
}

function Refusal({ reason, problems }: { readonly reason: string; readonly problems: readonly string[] }) {
  return (
    <div className="answer-line-refusal">
      <p>{reason}</p>
      {problems.length > 0 && (
        <ul>
          {problems.slice(0, MOST_PROBLEMS).map((problem) => (
            <li key={problem} dir="auto">
              {problem}
            </li>
          ))}
        </ul>
      )}
      {problems.length > MOST_PROBLEMS && <p>… and {problems.length - MOST_PROBLEMS} more.</p>}
    </div>
  )
}
