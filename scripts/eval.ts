/**
 * Scores extraction against hand-made labels: `npm run eval -- DIR [--show N] [--only FILE]`.
 *
 * DIR holds Markdown files and `gold.jsonl`; `score.mjs` beside DIR does the scoring. `--only` names a JSON file
 * with a list of document ids, to score a part of the set.
 */
import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { scoreCorpus } from './score-corpus.ts'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { show: { type: 'string', default: '10' }, only: { type: 'string' } },
})
const only =
  values.only === undefined ? undefined : new Set(JSON.parse(readFileSync(values.only, 'utf8')) as string[])
const result = await scoreCorpus(positionals[0] ?? '../shared/corpus/dev', only)

const percent = (ratio: number | null): string => (ratio === null ? 'n/a' : `${(100 * ratio).toFixed(1)} %`)
console.log(`documents ${result.docs}`)
console.log(
  `issue set: precision ${percent(result.precision)}, recall ${percent(result.recall)}, F1 ${percent(result.f1)}`,
)
console.log(
  `exact ${percent(result.exactDocs)}, nothing to file ${percent(result.negativesClean)}, ` +
    `improvements ${percent(result.improvementRecall)}`,
)
console.log(
  Object.entries(result.fields)
    .map(([field, { accuracy, of }]) => `${field} ${percent(accuracy)} of ${of}`)
    .join(', '),
)
const worst = result.perDoc
  .filter(({ errors }) => errors.length > 0)
  .sort((a, b) => b.errors.length - a.errors.length)
for (const { id, errors } of worst.slice(0, Number(values.show))) {
  console.log(`\n${id}\n  ${errors.join('\n  ')}`)
}
