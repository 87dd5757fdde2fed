import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { extractPostmortem } from '../src/postmortem/extract.ts'

interface Labels {
  id: string
  items: unknown[]
}

/** Shares from 0 to 1; null where nothing was counted. */
export interface Score {
  docs: number
  precision: number
  recall: number
  f1: number
  exactDocs: number | null
  negativesClean: number | null
  improvementRecall: number | null
  fields: Record<string, { accuracy: number | null; of: number }>
  perDoc: { id: string; errors: string[] }[]
}

interface Scorer {
  score: (gold: Labels[], predicted: Labels[]) => Score
  readJsonl: (path: string) => Labels[]
}

/**
 * Extracts every document of a labelled corpus and scores the result.
 *
 * @param directory holds Markdown files and `gold.jsonl`; `score.mjs` beside it does the scoring
 * @param only ids of the documents to score; all without it
 */
export const scoreCorpus = async (directory: string, only?: ReadonlySet<string>): Promise<Score> => {
  const scorer = (await import(pathToFileURL(resolve(directory, '../score.mjs')).href)) as Scorer
  const gold = scorer.readJsonl(resolve(directory, 'gold.jsonl')).filter(({ id }) => only?.has(id) ?? true)
  const predicted = gold.map(({ id }) => ({
    id,
    items: extractPostmortem(readFileSync(resolve(directory, `${id}.md`), 'utf8')).items,
  }))
  return scorer.score(gold, predicted)
}
