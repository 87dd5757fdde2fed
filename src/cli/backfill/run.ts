import { setTimeout as sleep } from 'node:timers/promises'
import { backfill, totalEffect, type Backfilled } from '../../jobs/backfill.ts'
import type { Deps } from '../../jobs/deps.ts'
import { withoutWriting } from '../../jobs/dry-run.ts'
import { PermanentError, RetryableError } from '../../jobs/errors.ts'
import type { Logger, RepositoryName } from '../../jobs/ports.ts'
import type { Branch } from '../../jobs/sync.ts'
import { createExtractor } from '../../sandbox/extractor.ts'
import { connect } from './connect.ts'
import { formatPlan, formatTotal } from './plan-table.ts'
import { createProgress } from './progress.ts'

export interface BackfillRun {
  repository: RepositoryName
  apply: boolean
  since: string | null
  token: string
  apiUrl: string
}

/** @returns the exit code */
export const runBackfill = async ({
  repository,
  apply,
  since,
  token,
  apiUrl,
}: BackfillRun): Promise<number> => {
  const extractor = createExtractor()
  try {
    const { login, github, branch, obstacles } = await connect(repository, { token, apiUrl, onWait: sayWait })
    for (const obstacle of obstacles) say(obstacle)
    if (obstacles.length > 0) return 1
    say(`Postmortems on ${branch.snapshot.defaultBranch}: ${branch.postmortems.length}. Acting as ${login}.`)
    const deps: Deps = { github, extractor, clock: { now: () => new Date() }, log, enqueue: () => undefined }
    const done = await work({ branch, since }, apply ? deps : withoutWriting(deps), apply)
    report(done, apply)
    return done.some(({ problems }) => problems.length > 0) ? 1 : 0
  } catch (error) {
    if (!(error instanceof PermanentError) && !(error instanceof RetryableError)) throw error
    say(error.message)
    return 1
  } finally {
    await extractor.close()
  }
}

const sayWait = (seconds: number): void => {
  say(`GitHub asks to wait ${seconds} s.`)
}

const work = async (
  { branch, since }: { branch: Branch; since: string | null },
  deps: Deps,
  apply: boolean,
): Promise<Backfilled[]> => {
  const { postmortems, snapshot } = branch
  const progress = createProgress(postmortems.length, process.stderr)
  const done: Backfilled[] = []
  try {
    await backfill(
      {
        repository: snapshot.name,
        postmortems,
        since,
        wait: (seconds) => sleep(seconds * 1000),
        onDone: (backfilled) => {
          if (backfilled !== null) done.push(backfilled)
          progress.step(apply && backfilled !== null ? totalEffect([backfilled]).opened : 0)
        },
      },
      deps,
    )
  } finally {
    progress.stop()
  }
  return done
}

const report = (done: Backfilled[], apply: boolean): void => {
  process.stdout.write(formatPlan(done, process.stdout.columns || 120))
  for (const { path, problems } of done) for (const problem of problems) say(`${path}: ${problem}`)
  process.stdout.write(`${formatTotal(totalEffect(done), apply)}\n`)
  if (!apply) process.stdout.write('Nothing was written. Add --apply to do it.\n')
}

const say = (sentence: string): void => {
  process.stderr.write(`${sentence}\n`)
}

/** The bar and the report say what happens; only what goes wrong is worth a line. */
const log: Logger = {
  debug: () => undefined,
  info: () => undefined,
  warn: (_fields, message) => {
    say(message)
  },
  error: (_fields, message) => {
    say(message)
  },
}
