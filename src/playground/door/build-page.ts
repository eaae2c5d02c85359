import { build } from 'vite'

// Run as a process of its own: Vite sets NODE_ENV, and takes memory that the server is to have back.
const [source = '', into = ''] = process.argv.slice(2)

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
