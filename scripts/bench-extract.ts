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
  const [ours, parsing, remarks] = leastTimes(20, [
    () => documents.map((document) => extractPostmortem(document)),
    () => documents.map(parseMarkdown),
    () => documents.map((document) => remark.parse(document)),
  ])
  console.log(`${folder}: ${documents.length} documents`)
  console.log(`  ${Math.round((documents.length / ours) * 1000)} documents per second`)
  console.log(
    `  ${(ours / remarks).toFixed(2)} × the time of remark-parse + remark-gfm (target: at most 1.2)`,
  )
  console.log(`  ${((100 * parsing) / ours).toFixed(0)} % of our time is parsing`)
}

/** Our own time, without parsing, per kilobyte of documents of several sizes. */
function benchGrowth(sizes: readonly number[]): void {
  console.log('Own time beyond parsing (target: grows at most 1.5 × per byte)')
  let smallest: number | undefined
  for (const size of sizes) {
    const text = longPostmortem(size)
    const [ours, parsing] = leastTimes(Math.max(5, 2_000_000 / size), [
      () => extractPostmortem(text),
      () => parseMarkdown(text),
    ])
    const perKilobyte = (ours - parsing) / (text.length / 1000)
    smallest ??= perKilobyte
    console.log(
      `  ${String(size / 1000).padStart(4)} KB: ${(ours - parsing).toFixed(1)} ms after ${parsing.toFixed(1)} ms of ` +
        `parsing, ${perKilobyte.toFixed(3)} ms per KB, × ${(perKilobyte / smallest).toFixed(2)}`,
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
 * Runs the tasks in turns and gives the least time of each, in milliseconds of this thread: what else the machine is
 * doing counts as little as possible.
 */
function leastTimes<Tasks extends readonly (() => unknown)[]>(
  rounds: number,
  tasks: readonly [...Tasks],
): { [Key in keyof Tasks]: number } {
  const least = tasks.map(() => Infinity)
  for (let round = 0; round < rounds; round += 1) {
    for (const [index, task] of tasks.entries()) {
      const before = process.threadCpuUsage()
      task()
      const { user, system } = process.threadCpuUsage(before)
      least[index] = Math.min(least[index] ?? Infinity, (user + system) / 1000)
    }
  }
  return least as { [Key in keyof Tasks]: number }
}
