import { setTimeout as sleep } from 'node:timers/promises'
import { backfill, totalEffect, type Backfilled } from '../../jobs/backfill.ts'
import type { Deps } from '../../jobs/deps.ts'
import { withoutWriting } from '../../jobs/dry-run.ts'
import { PermanentError, RetryableError } from '../../jobs/errors.ts'
import type { Logger, RepositoryName } from '../../jobs/ports.ts'
import { printable } from '../printable.ts'
import type { Terminal } from '../terminal.ts'
import type { Tools } from '../tools.ts'
import { connect, type Connection } from './connect.ts'
import type { Credentials } from './credentials.ts'
import { explain } from './explain.ts'
import { formatPlan, formatTotal } from './plan-table.ts'
import { createProgress } from './progress.ts'

export interface BackfillRun extends Credentials {
  repository: RepositoryName
  apply: boolean
  since: string | null
}

/** What a program ends with that Ctrl-C stopped, as shells have it: 128 and the number of the signal. */
const INTERRUPTED = 130

/** @returns the exit code */
export const runBackfill = async (
  { repository, apply, since, token, apiUrl }: BackfillRun,
  { terminal, openExtractor }: Tools,
): Promise<number> => {
  const say = sayer(terminal)
  const extractor = openExtractor()
  try {
    const onWait = (seconds: number): void => {
      say(`GitHub asks to wait ${seconds} s.`)
    }
    const { login, github, branch, obstacles } = await connect(repository, { token, apiUrl, onWait })
    const against = [...obstacles, ...(apply && !isApp(login) ? [planOnly(login)] : [])]
    for (const obstacle of against) say(obstacle)
    if (against.length > 0) return 1
    const log = logTo(say)
    const deps: Deps = { github, extractor, clock: { now: () => new Date() }, log, enqueue: () => undefined }
    const done = await work({ branch, login, since, apply }, apply ? deps : withoutWriting(deps), say)
    report(done, apply, terminal)
    return done.some(({ problems }) => problems.length > 0) ? 1 : 0
  } catch (error) {
    if (!(error instanceof PermanentError) && !(error instanceof RetryableError)) throw error
    say(explain(error, repository, apiUrl))
    return 1
  } finally {
    await extractor.close()
  }
}

/** What workflows write with their own token would be nobody's that keeps it current. */
const isApp = (login: string): boolean => login.endsWith('[bot]') && login !== 'github-actions[bot]'

const planOnly = (login: string): string =>
  `As ${login}, this command can only print the plan: the app would take issues of another account for copies, and open ` +
  'them again. Use the credentials of the app with --apply; --help says which.'

const NONE_FOUND =
  'No Markdown file there is a postmortem by its path: "postmortems" in .github/followthrough.yml says which are.'

const work = async (
  {
    branch,
    login,
    since,
    apply,
  }: Pick<BackfillRun, 'since' | 'apply'> & Pick<Connection, 'branch' | 'login'>,
  deps: Deps,
  say: (sentence: string) => void,
): Promise<Backfilled[]> => {
  const { postmortems, snapshot } = branch
  const progress = createProgress(postmortems.length, process.stderr)
  const done: Backfilled[] = []
  const onInterrupt = (): void => {
    progress.stop()
    say(apply ? 'Stopped. Start the command again to go on where it was.' : 'Stopped.')
    process.exit(INTERRUPTED)
  }
  process.once('SIGINT', onInterrupt)
  say(`Postmortems on ${snapshot.defaultBranch}: ${postmortems.length}. Acting as ${login}.`)
  if (postmortems.length === 0) say(NONE_FOUND)
  progress.start()
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
    process.off('SIGINT', onInterrupt)
    progress.stop()
  }
  return done
}

const report = (done: Backfilled[], apply: boolean, terminal: Terminal): void => {
  const say = sayer(terminal)
  terminal.out(formatPlan(done, terminal.width))
  for (const { path, problems } of done) for (const problem of problems) say(`${path}: ${problem}`)
  terminal.out(`${formatTotal(totalEffect(done), apply)}\n`)
  if (!apply) terminal.out('Nothing was written. Add --apply to do it.\n')
}

const sayer =
  ({ err }: Terminal) =>
  (sentence: string): void => {
    err(`${printable(sentence)}\n`)
  }

/** The bar and the report say what happens; only what goes wrong is worth a line. */
const logTo = (say: (sentence: string) => void): Logger => {
  const ignore = (): void => undefined
  const pass = (_fields: object, message: string): void => {
    say(message)
  }
  return { debug: ignore, info: ignore, warn: pass, error: pass }
}
