/**
 * `npm run fixtures:update -- NAME…` writes what the program reads from fixtures/postmortems/NAME.md into NAME.json.
 * A proposal for a reviewer, never the specification by itself: see fixtures/README.md.
 */
import { writeFileSync } from 'node:fs'
import { join, parse } from 'node:path'
import { fixturesFolder, readDocument } from '../test/postmortem/expectation.ts'

const names = process.argv.slice(2).map((argument) => parse(argument).name)

if (names.length === 0) {
  console.error('usage: npm run fixtures:update -- NAME…   (names of documents in fixtures/postmortems)')
  process.exitCode = 2
}
for (const name of names) {
  const path = join(fixturesFolder, `${name}.json`)
  writeFileSync(path, JSON.stringify(readDocument(name), null, 2) + '\n')
  console.log(`Wrote ${path}. Review each line against the document before you commit it.`)
}
