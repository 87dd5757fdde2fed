/**
 * Writes the JSON Schema of the configuration and the table of keys in its documentation, both from the zod schema:
 * `npm run schema:update`.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { configJsonSchema } from '../src/config/json-schema.ts'
import { configReference } from './config-reference.ts'

const schemaFile = new URL('../schema/followthrough.schema.json', import.meta.url)
const docsFile = new URL('../docs/configuration.md', import.meta.url)

writeFileSync(schemaFile, `${JSON.stringify(configJsonSchema(), null, 2)}\n`)
const docs = readFileSync(docsFile, 'utf8')
const table = `<!-- keys: npm run schema:update -->\n\n${configReference()}\n\n<!-- /keys -->`
writeFileSync(
  docsFile,
  docs.replace(/<!-- keys: .*<!-- \/keys -->/s, () => table),
)
