import { build } from 'vite'

// Run as a process of its own: Vite sets NODE_ENV.
const [source = '', into = ''] = process.argv.slice(2)

await build({
  configFile: false,
  root: source,
  envDir: false,
  publicDir: false,
  cacheDir: into,
  logLevel: 'silent',
  build: {
    outDir: into,
    emptyOutDir: false,
    // One file that is opened from a disk: everything stands in it.
    assetsInlineLimit: Number.MAX_SAFE_INTEGER,
    cssCodeSplit: false,
    modulePreload: false,
    rollupOptions: { input: `${source}/catalogue.html`, output: { codeSplitting: false } },
  },
})
