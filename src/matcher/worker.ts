// A thread of its own for one search: it takes its job, says how far it is, gives what it found, and ends.
import { parentPort, workerData } from 'node:worker_threads'
import { propose } from '../core/match/propose.ts'
import { fromPlain, type Job, type Told, toFound } from './plain.ts'

const job = workerData as Job
const pool = fromPlain(job.pool)
const began = performance.now()
const proposal = propose(pool, job.wish, (percent) => tell({ percent }))
tell({ found: toFound(pool, proposal), milliseconds: Math.round(performance.now() - began) })

function tell(told: Told): void {
  parentPort?.postMessage(told)
}
