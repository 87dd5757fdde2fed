import { isAbsolute, relative } from 'node:path'
import { Option, type Command } from 'commander'
import { postmortemMatcher } from '../config/paths.ts'
import { configPath } from '../config/problem.ts'
import type { Config } from '../config/schema.ts'
import { problemLine, readConfig, UnreadableConfigError } from './config-file.ts'
import { lintFile, type FileReport } from './lint-file.ts'
import { formatters, type LintFormat } from './lint-formats.ts'
import { listMarkdownFiles, UnreadableFileError } from './markdown-files.ts'
import type { Terminal } from './terminal.ts'
import type { Tools } from './tools.ts'

interface LintFlags {
  format: LintFormat
  config?: string
}

const moreHelp = `
A finding is advice, unless the configuration names it under "require": then it is an error, here as in the check on
GitHub. What each finding means, with examples of better, is in docs/findings.md.

In a folder, the files are linted that are postmortems under the configuration ("postmortems"); a file that is named is
always linted. Nothing is sent anywhere: "recurrence" cannot be found here, which needs the issues that are open, and the
settings of the owner's .github repository are not looked at.

Examples:
  $ followthrough lint docs/postmortems/2026-03-checkout.md
  $ followthrough lint . --format github        in a workflow of GitHub Actions: remarks on the lines (it shows ten of a level)
  $ followthrough lint . --format json | jq '.[].findings[].id'

Exit codes:
  0  no finding that the configuration requires to be mended
  1  such a finding, or a file that could not be read
  2  the command was used wrongly, or the configuration has mistakes`

/** Adds `lint`, which prints what the check on a pull request would remark. */
export function addLint(program: Command, tools: Tools): void {
  program
    .command('lint')
    .summary('print what could be better about the action items of postmortems')
    .description('Prints the findings about postmortem files, each with its line and column.')
    .argument('<path...>', 'Markdown files, or folders of postmortems')
    .addOption(
      new Option(
        '--format <format>',
        'text for people; json: one array; github: annotations in GitHub Actions',
      )
        .choices(['text', 'json', 'github'])
        .default('text'),
    )
    .option('--config <file>', 'the configuration (default: .github/followthrough.yml, where it exists)')
    .addHelpText('after', moreHelp)
    .action((paths: string[], flags: LintFlags) => lint(paths, flags, tools))
}

async function lint(
  paths: string[],
  { format, config: configFile }: LintFlags,
  { terminal, openExtractor }: Tools,
): Promise<void> {
  const config = await usableConfig(configFile, terminal)
  if (config === null) return
  const extractor = openExtractor()
  const reports: FileReport[] = []
  for (const { file, error } of await listFiles(paths, config)) {
    reports.push(error === null ? await lintFile(file, extractor, config) : { file, error, findings: [] })
  }
  await extractor.close()
  for (const { file, error } of reports) if (error !== null) terminal.err(`${file}: ${error}\n`)
  terminal.out(formatters[format](reports, terminal.style))
  const fails = reports.some(
    ({ error, findings }) => error !== null || findings.some(({ required }) => required),
  )
  if (fails) terminal.exitCode = 1
}

/** @returns null, with the reason said, where the configuration cannot be used */
async function usableConfig(file: string | undefined, terminal: Terminal): Promise<Config | null> {
  try {
    const read = await readConfig(file)
    if (read.ok) return read.config
    for (const problem of read.problems) terminal.err(`${problemLine(read.file, problem)}\n`)
  } catch (error) {
    if (!(error instanceof UnreadableConfigError)) throw error
    terminal.err(`${file ?? configPath}: ${error.message}\n`)
  }
  terminal.exitCode = 2
  return null
}

async function listFiles(paths: string[], config: Config): Promise<{ file: string; error: string | null }[]> {
  const isPostmortem = postmortemMatcher(config)
  const listed = await Promise.all(
    paths.map(async (path) => {
      try {
        const files = await listMarkdownFiles(path)
        const wanted = files.filter((file) => file === path || isPostmortem(fromHere(file)))
        if (wanted.length === 0)
          throw new UnreadableFileError(
            'None of the Markdown files in this folder is a postmortem by its path.',
          )
        return wanted.map((file) => ({ file, error: null }))
      } catch (error) {
        if (!(error instanceof UnreadableFileError)) throw error
        return [{ file: path, error: error.message }]
      }
    }),
  )
  return listed.flat()
}

/** Patterns count from the root of the repository, which is taken to be the current folder. */
function fromHere(file: string): string {
  const path = relative('.', file).replaceAll('\\', '/')
  return isAbsolute(path) || path.startsWith('../') ? file.replace(/^\/+/, '') : path
}
