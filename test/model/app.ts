import fc from 'fast-check'
import { PermanentError, RetryableError } from '../../src/jobs/errors.ts'
import type { Job } from '../../src/jobs/job.ts'
import type { FaultKind, FaultRule } from '../../src/local-github/faults.ts'
import { titleOf } from './documents.ts'
import { expectAgreement, expectOverdueLabelled } from './agreement.ts'
import { appLooked, type Model } from './model.ts'
import type { Command } from './people.ts'
import type { Real } from './stage.ts'

/** How the app comes to handle what happened. */
interface Handling {
  /** In which order deliveries come: the numbers sort them. */
  order: number[]
  /** Which earlier deliveries come once more, counted from the newest. */
  again: number[]
  /** What goes wrong at which request; the app starts anew then. */
  crash: { nth: number; kind: FaultKind; isTheEnd: boolean } | null
}

const crash = fc.record({
  nth: fc.integer({ min: 1, max: 30 }),
  kind: fc.constantFrom<FaultKind>(
    'drop-before',
    'drop-after',
    '502-before',
    '502-after',
    '500',
    '403-secondary',
    '403-primary',
    '429',
    '401',
  ),
  isTheEnd: fc.boolean(),
})

const handling = fc.record({
  order: fc.array(fc.integer({ min: 0, max: 9 }), { maxLength: 6 }),
  again: fc.array(fc.integer({ min: 0, max: 9 }), { maxLength: 2 }),
  crash: fc.option(crash, { freq: 2 }),
})

/** Handles everything that happened since the last time, and compares the world with the model. */
export const settle = async (model: Model, real: Real, { order, again, crash }: Handling): Promise<void> => {
  real.pass(2)
  const came = await real.stage.takeJobs()
  const repeated = again.flatMap((back) => real.history.at(-1 - back) ?? [])
  real.history.push(...came)
  const jobs = [...came, ...repeated]
    .map((job, index) => ({ job, at: order[index] ?? index }))
    .toSorted((left, right) => left.at - right.at)
    .map(({ job }) => job)
  await runThrough(jobs, crash, real)
  await account(model, real)
  await expectAgreement(model, real)
}

/** Runs jobs; struck by a fault, a job runs again until it succeeds, as the queue has it. */
const runThrough = async (jobs: Job[], crash: Handling['crash'], { stage }: Real): Promise<void> => {
  if (crash) for (const rule of rulesOf(crash)) stage.github.fault(rule)
  const failed: Job[] = []
  for (const job of jobs) {
    try {
      await stage.run(job)
    } catch (error) {
      if (!(error instanceof RetryableError) && !(error instanceof PermanentError)) throw error
      failed.push(job)
    }
  }
  stage.github.clearFaults()
  for (const job of failed) await stage.run(job)
  await stage.followUp()
}

/** A process that ends sends nothing more. */
const rulesOf = ({ nth, kind, isTheEnd }: NonNullable<Handling['crash']>): FaultRule[] => [
  { nth, kind, match: () => true },
  ...(isTheEnd ? [{ nth: nth + 1, times: Infinity, kind: 'drop-before' as const, match: () => true }] : []),
]

/** Tells the model which issues the app opened since the last time. */
const account = async (model: Model, real: Real): Promise<void> => {
  const opened = (await real.appIssues()).filter(({ number }) => !real.known.has(number))
  for (const { number } of opened) real.known.add(number)
  const ofItems = opened.filter(({ title }) => !/^(Action items: |Postmortem action items$)/.test(title))
  const titles = new Map(ofItems.map(({ title, number }) => [title, number]))
  if (titles.size < ofItems.length) throw new Error('Two issues were opened for one item')
  appLooked(model, titles, titleOf)
}

export const settling: fc.Arbitrary<Command> = handling.map((how) => ({
  check: () => true,
  run: (model, real) => settle(model, real, how),
  toString: () => `handle it all ${JSON.stringify(how)}`,
}))

/** A week passes, and the weekly job runs; or it runs once more within the week. */
export const weekly: fc.Arbitrary<Command> = fc
  .record({ weeks: fc.integer({ min: 0, max: 1 }), crash: fc.option(crash) })
  .map(({ weeks, crash }) => ({
    check: () => true,
    run: async (model, real) => {
      await settle(model, real, { order: [], again: [], crash: null })
      real.pass(weeks * 7 * 24 * 60)
      const { github } = real.stage
      const repository = { owner: github.owner, repo: github.repo }
      const job: Job = {
        installationId: github.installationId,
        repository,
        look: { kind: 'rollup' },
        delivery: 'schedule',
      }
      await runThrough([job], crash, real)
      await expectOverdueLabelled(real)
      await settle(model, real, { order: [], again: [], crash: null })
    },
    toString: () => `weekly job after ${weeks} weeks ${JSON.stringify(crash)}`,
  }))
