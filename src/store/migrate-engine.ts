import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils'
import type { SchemaEngine } from '@prisma/schema-engine-wasm'
import { adaptPool } from './migrate-adapter.ts'
import { openPool } from './pool.ts'

/** What the glue code of the WebAssembly module has and its types do not say. */
interface EngineModule {
  SchemaEngine: typeof SchemaEngine
  __wbg_set_wasm(exports: object): void
}

/** As much of the standard global as is used here; the compiler has it among the browser's types only. */
declare const WebAssembly: {
  instantiate(
    bytes: Uint8Array,
    imports: object,
  ): Promise<{ instance: { exports: { __wbindgen_start?: () => void } } }>
}

const entry = '@prisma/schema-engine-wasm/schema_engine_bg'

/**
 * Runs `work` with Prisma's own schema engine, the one its command line uses, compiled to WebAssembly: no
 * download, no binary. All connections are closed when it returns.
 */
export async function withSchemaEngine<Result>(
  options: { url: string; schema: string },
  work: (engine: SchemaEngine) => Promise<Result>,
): Promise<Result> {
  const pool = openPool({ connectionString: options.url, max: 2 })
  try {
    const { SchemaEngine: Engine } = await loadEngine()
    const engine = await Engine.new(
      { datamodels: [['schema.prisma', options.schema]] },
      () => undefined,
      bindMigrationAwareSqlAdapterFactory(adaptPool(pool)),
    )
    return await work(engine)
  } finally {
    await pool.end()
  }
}

// Once in a process: the glue code keeps views of the first instance's memory and would misread a second's.
let loaded: Promise<EngineModule> | undefined

function loadEngine(): Promise<EngineModule> {
  loaded ??= instantiate()
  return loaded
}

async function instantiate(): Promise<EngineModule> {
  const file = join(dirname(createRequire(import.meta.url).resolve(entry)), 'schema_engine_bg.wasm')
  const glue = (await import('@prisma/schema-engine-wasm/schema_engine_bg')) as unknown as EngineModule
  const { instance } = await WebAssembly.instantiate(await readFile(file), {
    './schema_engine_bg.js': letProcessEnd(glue),
  })
  glue.__wbg_set_wasm(instance.exports)
  instance.exports.__wbindgen_start?.()
  return glue
}

// The engine leaves the 10 s timer of its own lock behind, which would hold up the end of the process.
function letProcessEnd(glue: object): object {
  const begin = (callback: () => void, delayMs: number): object => setTimeout(callback, delayMs).unref()
  return Object.fromEntries(
    Object.entries(glue).map(([name, call]) => [name, name.startsWith('__wbg_setTimeout_') ? begin : call]),
  )
}
