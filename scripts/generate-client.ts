// Writes the Prisma client into src/store/generated, by Prisma's generator alone: its command line brings some
// 240 MB and first downloads a schema engine that generating does not use, which hospitals' networks block.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { resolve } from 'node:path'
import { getDMMF } from '@prisma/get-dmmf'

// Its ES module names files that it does not bring; its CommonJS one is whole.
const { PrismaClientTsGenerator }: typeof import('@prisma/client-generator-ts') = createRequire(
  import.meta.url,
)('@prisma/client-generator-ts')

const schemaPath = resolve('prisma/schema.prisma')
const datamodel = readFileSync(schemaPath, 'utf8')
const dmmf = getDMMF({ datamodel: [[schemaPath, datamodel]] })
if ('error' in dmmf) throw dmmf.error

await new PrismaClientTsGenerator().generate({
  generator: {
    name: 'client',
    provider: { fromEnvVar: null, value: 'prisma-client' },
    output: { fromEnvVar: null, value: resolve('src/store/generated') },
    config: {},
    binaryTargets: [],
    previewFeatures: [],
    sourceFilePath: schemaPath,
  },
  otherGenerators: [],
  schemaPath,
  dmmf,
  datamodel,
  version: '7.10.0',
  datasources: [
    {
      name: 'db',
      provider: 'postgresql',
      activeProvider: 'postgresql',
      schemas: [],
      sourceFilePath: schemaPath,
    },
  ],
})
