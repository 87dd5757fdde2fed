/**
 * Measures extraction: `npm run bench:extract [-- DIR…]`.
 *
 * How fast it reads the Markdown files of each DIR, how that compares with parsing them by remark alone, how its own
 * time grows with the size of a document, and what the worst hostile input costs. Prints; judges nothing.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { extractPostmortem } from '../src/postmortem/extract.ts'
import { parseMarkdown } from '../src/postmortem/parse.ts'
import { createExtractor } from '../src/sandbox/extractor.ts'
import { hostileInputs } from '../test/postmortem/hostile-inputs.ts'
import { longPostmortem } from './long-postmortem.ts'

const folders =
  process.argv.length > 2 ? process.argv.slice(2) : ['fixtures/postmortems', '../shared/corpus/dev']
for (const folder of folders.filter((path) => existsSync(path))) benchFolder(folder)
benchGrowth([10_000, 100_000, 1_000_000])
await benchHostile([10_000, 100_000, 1_000_000])

/** Documents per second, and the ratio of our whole time to that of remark-parse with remark-gfm. */
function benchFolder(folder: string): void {
  const documents = readdirSync(folder)
    .filter((name) => name.endsWith('.md'))
    .map((name) => readFileSync(join(folder, name), 'utf8'))
  const remark = unified().use(remarkParse).use(remarkGfm)
  const rounds = timesInTurns(15, documents, {
    ours: (document) => extractPostmortem(document),
    parsing: (document) => parseMarkdown(document),
    remark: (document) => remark.parse(document),
  })
  const ours = median(rounds.map((round) => round.ours))
  const ratio = median(rounds.map((round) => round.ours / round.remark))
  const share = median(rounds.map((round) => round.parsing / round.ours))
  console.log(`${folder}: ${documents.length} documents`)
  console.log(`  ${Math.round((documents.length / ours) * 1000)} documents per second`)
  console.log(`  ${ratio.toFixed(2)} × the time of remark-parse + remark-gfm (target: at most 1.2)`)
  console.log(`  ${(100 * share).toFixed(0)} % of our time is parsing`)
}

/**
 * Our own time, without parsing, for a megabyte of text in documents of several sizes.
 *
 * Each measurement reads the same amount of text. One small document is read between two garbage collections, a large
 * one never: measured one by one, the small one would seem to cost no collection at all.
 */
function benchGrowth(sizes: readonly number[]): void {
  console.log('Own time beyond parsing (target: grows at most 1.5 × per byte)')
  const most = Math.max(...sizes)
  let smallest: number | undefined
  for (const size of sizes) {
    const documents = Array.from({ length: most / size }, () => longPostmortem(size))
    const rounds = timesInTurns(5, documents, {
      ours: (document) => extractPostmortem(document),
      parsing: (document) => parseMarkdown(document),
    })
    const own = median(rounds.map(({ ours, parsing }) => ours - parsing))
    const parsing = median(rounds.map((round) => round.parsing))
    smallest ??= own
    console.log(
      `  ${documents.length} × ${size / 1000} KB: ${own.toFixed(0)} ms after ${parsing.toFixed(0)} ms of parsing, ` +
        `× ${(own / smallest).toFixed(2)}`,
    )
  }
}

/** The hostile inputs that take longest through the sandbox, and how they end. */
async function benchHostile(sizes: readonly number[]): Promise<void> {
  const extractor = createExtractor()
  const runs: { ms: number; what: string }[] = []
  for (const { name, text } of hostileInputs) {
    for (const size of sizes) {
      const markdown = text(size)
      const start = performance.now()
      const answer = await extractor.extract(markdown)
      const ms = performance.now() - start
      const ending = 'unreadable' in answer ? answer.message : `${answer.items.length} items`
      runs.push({ ms, what: `${size / 1000} KB of ${name}: ${ending}` })
    }
  }
  await extractor.close()
  runs.sort((a, b) => b.ms - a.ms)
  console.log(`Hostile inputs through the sandbox, worst of ${runs.length} (target: at most 5 s)`)
  for (const { ms, what } of runs.slice(0, 3)) console.log(`  ${(ms / 1000).toFixed(1)} s: ${what}`)
}

/**
 * Reads all documents with each reader in turns, so that what else the machine is doing meets all of them alike, and
 * gives their times in each round, in milliseconds of this thread: time of the wall says little on a machine that
 * others use. As many rounds go before them uncounted, in which the engine still compiles: the app runs for long.
 *
 * Garbage is collected when it comes to that, as in production. A collection forced before each reader would also throw
 * away compiled regular expressions, of which the parser has few.
 */
function timesInTurns<Name extends string>(
  rounds: number,
  documents: readonly string[],
  readers: Record<Name, (document: string) => unknown>,
): Record<Name, number>[] {
  const timed = (read: (document: string) => unknown): number => {
    const before = process.threadCpuUsage()
    for (const document of documents) read(document)
    const { user, system } = process.threadCpuUsage(before)
    return (user + system) / 1000
  }
  const all = Array.from({ length: 2 * rounds }, () => {
    const times = Object.entries<(document: string) => unknown>(readers).map(([name, read]) => [
      name,
      timed(read),
    ])
    return Object.fromEntries(times) as Record<Name, number>
  })
  return all.slice(rounds)
}

/** One round in which something else ran decides nothing. */
function median(values: readonly number[]): number {
  return [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)] ?? NaN
}
