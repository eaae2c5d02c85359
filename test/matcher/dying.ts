// A thread that dies in the middle of its search, in the way that its URL names.
import { parentPort } from 'node:worker_threads'

parentPort?.postMessage({ percent: 10 })
if (import.meta.url.endsWith('?throws')) throw new Error('no memory left')
process.exit(3)
