import { Option, type Command } from 'commander'
import { parseDay } from './arguments.ts'
import { formatAsTable, formatTotals } from './extract-table.ts'
import { extractFile, toRecord, type Extraction } from './extraction.ts'
import { listMarkdownFiles, UnreadableFileError } from './markdown-files.ts'
import type { Terminal } from './terminal.ts'
import type { Tools } from './tools.ts'

interface ExtractFlags {
  format: 'table' | 'json' | 'jsonl'
  date?: string
  explain: boolean
}

const moreHelp = `
A folder is searched for .md and .markdown files, at any depth.
Nothing is sent anywhere: no network, no GitHub account, no configuration.

Examples:
  $ followthrough extract docs/postmortems/2026-03-checkout.md
  $ followthrough extract docs/postmortems --format jsonl > items.jsonl
  $ followthrough extract outage.md --explain

Exit codes:
  0  every file was read
  1  a file could not be read: missing, over 1 MB, not text, or too complex (the others are printed)
  2  the command was used wrongly`

/** Adds `extract`, which prints what would be filed from files on this machine. */
export function addExtract(program: Command, tools: Tools): void {
  program
    .command('extract')
    .summary('print the action items of postmortem files')
    .description('Prints the action items that merging these postmortems would file as issues.')
    .argument('<path...>', 'Markdown files, or folders of them')
    .addOption(
      new Option(
        '--format <format>',
        'table for people; json: one array; jsonl: one object per file and line',
      )
        .choices(['table', 'json', 'jsonl'])
        .default('table'),
    )
    .option(
      '--date <YYYY-MM-DD>',
      'the day that relative due dates ("in two weeks") count from (default: the incident\'s, else today)',
      parseDay,
    )
    .option(
      '--explain',
      'say which section and rule made each item one, and why other blocks are none',
      false,
    )
    .addHelpText('after', moreHelp)
    .action((paths: string[], flags: ExtractFlags) => extract(paths, flags, tools))
}

async function extract(
  paths: string[],
  { format, date, explain }: ExtractFlags,
  { terminal, openExtractor }: Tools,
): Promise<void> {
  const print = (text: string): void => {
    terminal.out(`${text}\n`)
  }
  const { width, style } = terminal
  const extractor = openExtractor()
  const days = { given: date ?? null, today: new Date().toISOString().slice(0, 10) }
  const extractions: Extraction[] = []
  for (const file of await listFiles(paths, terminal)) {
    const extraction = await extractFile(file, extractor, days)
    extractions.push(extraction)
    if (extraction.error !== null) complain(file, extraction.error, terminal)
    if (format === 'jsonl') print(JSON.stringify(toRecord(extraction, explain)))
    else if (format === 'table' && extraction.postmortem !== null)
      print(formatAsTable(file, extraction.postmortem, { explain, width, style }))
  }
  if (format === 'json')
    print(
      JSON.stringify(
        extractions.map((each) => toRecord(each, explain)),
        null,
        2,
      ),
    )
  if (format === 'table' && extractions.length > 1) print(formatTotals(extractions))
  await extractor.close()
}

async function listFiles(paths: readonly string[], terminal: Terminal): Promise<string[]> {
  const files: string[] = []
  for (const path of paths) {
    try {
      files.push(...(await listMarkdownFiles(path)))
    } catch (error) {
      if (!(error instanceof UnreadableFileError)) throw error
      complain(path, error.message, terminal)
    }
  }
  return files
}

function complain(path: string, sentence: string, terminal: Terminal): void {
  terminal.err(`${path}: ${sentence}\n`)
  terminal.exitCode = 1
}
