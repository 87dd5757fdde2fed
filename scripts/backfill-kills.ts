/**
 * Kills a backfill at every one of its writes in turn, before and after GitHub carries it out, and lets the next process
 * go on. In the end every item must have exactly one issue.
 *
 *     node scripts/backfill-kills.ts [postmortems, 8 by default]
 */
import { itemsOf, Killed, openBackfillStage } from '../test/jobs/backfill-stage.ts'

const postmortems = Number(process.argv[2] ?? 8)
const stage = await openBackfillStage()
await stage.mergePostmortems(postmortems)
let kills = 0
for (let isDone = false; !isDone;) {
  for (const moment of ['before', 'after'] as const) {
    isDone = await stage.run({ kill: { write: 1, moment } }).then(
      () => true,
      (error: unknown) => {
        if (!(error instanceof Killed)) throw error
        return false
      },
    )
    if (!isDone) kills++
  }
}
const titles = (await stage.story.listIssues()).map(({ title }) => title).sort()
const expected = Array.from({ length: postmortems }, (_, index) => itemsOf(index + 1)).flat()
const isRight = JSON.stringify(titles) === JSON.stringify(expected.sort())
console.log(
  `${postmortems} postmortems, ${kills} kills, ${titles.length} issues for ${expected.length} items`,
)
await stage.close()
process.exitCode = isRight ? 0 : 1
