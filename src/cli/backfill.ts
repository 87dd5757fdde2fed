import { InvalidArgumentError, type Command } from 'commander'
import { parseDay } from './arguments.ts'
import { runBackfill } from './backfill/run.ts'
import type { RepositoryName } from '../jobs/ports.ts'

interface BackfillFlags {
  apply: boolean
  since?: string
}

const moreHelp = `
Without --apply nothing is written: the plan is printed as a table. With it, each postmortem gets its issues, and its
status as a comment on the pull request that brought it (or in an issue of its own). Writes go a second apart and stay
under 450 creations an hour, so that hundreds of items take hours. Stop it whenever you like: started again it goes on
where it was, and opens nothing twice.

The token in GITHUB_TOKEN:
  of the app        a token of its installation, or that of a workflow which runs as the app. Best: the issues are the
                    app's, which keeps them current from then on.
  of a person       classic: scope "repo"; fine-grained: Contents read, Issues write, Pull requests write. The issues are
                    then that person's. Only records of the own account are believed, since anybody can copy one: go on
                    with the same account, and do not install the app beside it, for it would open the issues again.
                    Where the app or another account keeps the action items already, the command refuses to start.

GITHUB_API_URL names another GitHub than github.com, for example https://github.example.com/api/v3.

Examples:
  $ GITHUB_TOKEN=$(gh auth token) followthrough backfill acme/shop
  $ followthrough backfill acme/shop --since 2026-01-01 --apply

Exit codes:
  0  the plan was printed, or everything in it was done
  1  something stopped it: the configuration, a permission, GitHub (start it again to go on)
  2  the command was used wrongly, or GITHUB_TOKEN is missing`

/** Adds `backfill`, which files the items of postmortems that were merged before the app came. */
export function addBackfill(program: Command): void {
  program
    .command('backfill')
    .summary('file the items of postmortems that were merged before the app came')
    .description(
      'Opens issues for the action items of all postmortems on the default branch of a repository.',
    )
    .argument('<owner/repo>', 'the repository that holds the postmortems', parseRepository)
    .option('--apply', 'do it, instead of printing what would be done', false)
    .option('--since <YYYY-MM-DD>', 'only postmortems that changed last on this day or later', parseDay)
    .addHelpText('after', moreHelp)
    .action(backfill)
}

async function backfill(repository: RepositoryName, { apply, since }: BackfillFlags): Promise<void> {
  const { GITHUB_TOKEN: token, GITHUB_API_URL: apiUrl = 'https://api.github.com' } = process.env
  if (token === undefined || token === '') {
    process.stderr.write(
      'GITHUB_TOKEN is not set. Run the command with --help to see which token it takes.\n',
    )
    process.exitCode = 2
    return
  }
  process.exitCode = await runBackfill({ repository, apply, since: since ?? null, token, apiUrl })
}

function parseRepository(value: string): RepositoryName {
  const [, owner = '', repo = ''] = /^([\w-]+)\/([\w.-]+)$/.exec(value) ?? []
  if (repo === '') throw new InvalidArgumentError('Give it as OWNER/REPO, for example acme/shop.')
  return { owner, repo }
}
