import { expect, test } from '@jest/globals'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { scoreCorpus } from '../../scripts/score-corpus.ts'

/** Real postmortems with labels, which stand beside the project only where it is developed. */
const corpus = fileURLToPath(new URL('../../../shared/corpus/dev', import.meta.url))
const isThere = existsSync(corpus)

// Jest keeps to itself what a file logs whose tests are all skipped.
if (!isThere) process.stderr.write(`Skipped: the labelled corpus is not at ${corpus}.\n`)
const testWithCorpus = isThere ? test : test.skip

testWithCorpus('extraction of real postmortems keeps what it reached', async () => {
  const { f1, exactDocs, negativesClean, improvementRecall, fields } = await scoreCorpus(corpus)
  expect(f1).toBeGreaterThanOrEqual(0.95)
  expect(exactDocs).toBeGreaterThanOrEqual(0.8)
  expect(negativesClean).toBeGreaterThanOrEqual(0.95)
  expect(improvementRecall).toBeGreaterThanOrEqual(0.85)
  expect(fields.owners?.accuracy).toBeGreaterThanOrEqual(0.95)
  expect(fields.due?.accuracy).toBeGreaterThanOrEqual(0.95)
  expect(fields.priority?.accuracy).toBeGreaterThanOrEqual(0.95)
  expect(fields.done?.accuracy).toBeGreaterThanOrEqual(0.97)
})
