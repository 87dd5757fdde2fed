import { InvalidArgumentError, type Command } from 'commander'
import type { RepositoryName } from '../jobs/ports.ts'
import { parseDay } from './arguments.ts'
import { readCredentials } from './backfill/credentials.ts'
import type { Tools } from './tools.ts'

interface BackfillFlags {
  apply: boolean
  since?: string
}

const moreHelp = `
Without --apply nothing is written: the plan is printed as a table. With it, each postmortem gets its issues, and its
status as a comment on the pull request that brought it (or in an issue of its own). Writes go a second apart and stay
under 450 creations an hour, so that hundreds of items take hours. Stop it with Ctrl-C whenever you like: started again
it goes on where it was, and opens nothing twice.

--apply works as the app, so that the issues are the app's, which keeps them current from then on. Nobody else's are
believed, since anybody can copy a record: the app would open those of a person a second time. Either of
  APP_ID, PRIVATE_KEY or PRIVATE_KEY_PATH     the app's number and key, as the server has them
  GITHUB_TOKEN                                a token of the app's installation, as actions/create-github-app-token
                                              gives it in a workflow; it is good for an hour
To see the plan, a GITHUB_TOKEN of yours is enough (classic: scope "repo"; fine-grained: Contents, Issues and Pull
requests, read).

GITHUB_API_URL names another GitHub than github.com, for example https://github.example.com/api/v3.

Examples:
  $ GITHUB_TOKEN=$(gh auth token) followthrough backfill acme/shop
  $ APP_ID=12345 PRIVATE_KEY_PATH=app.pem followthrough backfill acme/shop --since 2026-01-01 --apply

Exit codes:
  0    the plan was printed, or everything in it was done
  1    something stopped it: the configuration, a permission, GitHub (start it again to go on)
  2    the command was used wrongly, or the credentials are missing
  130  it was stopped with Ctrl-C`

/** Adds `backfill`, which files the items of postmortems that were merged before the app came. */
export function addBackfill(program: Command, tools: Tools): void {
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
    .action((repository: RepositoryName, flags: BackfillFlags) => backfill(repository, flags, tools))
}

async function backfill(
  repository: RepositoryName,
  { apply, since }: BackfillFlags,
  tools: Tools,
): Promise<void> {
  const { terminal } = tools
  const credentials = readCredentials(terminal.env, process.cwd())
  if ('problem' in credentials) {
    terminal.err(`${credentials.problem}\n`)
    terminal.exitCode = 2
    return
  }
  // All of Octokit takes a while to load: no other command waits for it.
  const { runBackfill } = await import('./backfill/run.ts')
  terminal.exitCode = await runBackfill({ repository, apply, since: since ?? null, ...credentials }, tools)
}

function parseRepository(value: string): RepositoryName {
  const [, owner = '', repo = ''] = /^([\w-]+)\/([\w.-]+)$/.exec(value) ?? []
  if (repo === '') throw new InvalidArgumentError('Give it as OWNER/REPO, for example acme/shop.')
  return { owner, repo }
}
