import { workerData } from 'node:worker_threads'
import { build } from 'vite'

// A thread of its own: Vite sets NODE_ENV for its whole process, and takes memory that the server is to have back.
const { source, into } = workerData as { readonly source: string; readonly into: string }

await build({
  configFile: false,
  root: source,
  envDir: false,
  publicDir: false,
  cacheDir: into,
  logLevel: 'silent',
  // No file is put into another as a data: address, which the page's own policy would refuse for scripts and fonts.
  build: { outDir: into, emptyOutDir: false, assetsInlineLimit: 0, modulePreload: { polyfill: false } },
})
