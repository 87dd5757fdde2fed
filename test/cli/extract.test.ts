import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { writeFiles, type Folder } from './files.ts'
import { main, runCli, runCliProcess, type CliRun } from './run-cli.ts'

const checkout = `---
severity: SEV-2
---
# Checkout outage

Date: 2026-03-02

## What went well

- The rollback took four minutes

## Action items

- [ ] Add an alert for the pool, see #12 (owner: @ada, due: in two weeks, priority: P1)
- [x] Raise the pool size
- TODO: describe
`
const undated = '# Slow search\n\n## Action items\n\n- Reindex the archive (due: in two weeks)\n'

const files: Record<string, string | Uint8Array> = {
  'docs/checkout.md': checkout,
  'docs/2025/search.markdown': undated,
  'docs/notes.txt': '- [ ] Not Markdown',
  'docs/node_modules/pkg/README.md': '- [ ] Not ours',
  'bad/deep.md': `# Outage\n\n${'> '.repeat(500)}a`,
  'bad/huge.md': 'The pool ran dry.\n'.repeat(70_000),
  'bad/latin1.md': Uint8Array.from([0x23, 0x20, 0xe9, 0x0a]),
  'bad/picture.md': Uint8Array.from([0x89, 0x50, 0x00, 0x47]),
  'bad/search.md': undated,
  'escape.md': '# Outage\n\n## Action items\n\n- Add \u001b[2J\u0007an alert\n',
  'empty/README.txt': '',
}

let folder: Folder
beforeAll(async () => {
  folder = await writeFiles(files)
})
afterAll(() => folder.remove())

const extract = (...args: string[]): Promise<CliRun> => runCli(['extract', ...args], folder.path)
const records = (stdout: string): unknown[] =>
  stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as unknown)

describe('followthrough extract --format jsonl', () => {
  test('prints one line per Markdown file of a folder, in the order of their paths', async () => {
    const { stdout, stderr, exitCode } = await extract('docs', '--format', 'jsonl')
    expect(records(stdout)).toMatchObject([
      { id: 'search', file: 'docs/2025/search.markdown' },
      { id: 'checkout', file: 'docs/checkout.md' },
    ])
    expect({ stderr, exitCode }).toEqual({ stderr: '', exitCode: 0 })
  })

  test('prints every field that other programs rely on, and no more', async () => {
    const { stdout } = await extract('--format', 'jsonl', 'docs/checkout.md')
    expect(records(stdout)).toEqual([
      {
        id: 'checkout',
        file: 'docs/checkout.md',
        title: 'Checkout outage',
        incidentDate: '2026-03-02',
        severity: 'SEV-2',
        items: [
          {
            text: 'Add an alert for the pool, see #12',
            title: 'Add an alert for the pool, see #12',
            kind: 'task',
            done: false,
            owners: ['@ada'],
            due: '2026-03-16',
            dueText: 'in two weeks',
            priority: 'P1',
            links: ['#12'],
            details: null,
            line: 14,
            endLine: 14,
          },
          {
            text: 'Raise the pool size',
            title: 'Raise the pool size',
            kind: 'task',
            done: true,
            owners: [],
            due: null,
            dueText: null,
            priority: null,
            links: [],
            details: null,
            line: 15,
            endLine: 15,
          },
        ],
      },
    ])
  })

  test('reads what it can, and says of every other file why not', async () => {
    const { stdout, stderr, exitCode } = await extract('--format', 'jsonl', 'bad', 'missing.md')
    const unread = { title: null, incidentDate: null, severity: null, items: [] }
    expect(records(stdout)).toMatchObject([
      { id: 'deep', ...unread, error: expect.stringContaining('line 3 nests lists and quotes') },
      { id: 'huge', ...unread, error: 'The file has 1.3 MB; files over 1 MB are not read.' },
      { id: 'latin1', ...unread, error: 'The file is not UTF-8 text.' },
      { id: 'picture', ...unread, error: 'The file is binary, not Markdown.' },
      { id: 'search', items: [{ text: 'Reindex the archive' }] },
      { id: 'missing', ...unread, error: 'The file does not exist.' },
    ])
    expect(stderr.trimEnd().split('\n')).toEqual([
      'bad/deep.md: Too complex to read: line 3 nests lists and quotes more than 100 levels deep.',
      'bad/huge.md: The file has 1.3 MB; files over 1 MB are not read.',
      'bad/latin1.md: The file is not UTF-8 text.',
      'bad/picture.md: The file is binary, not Markdown.',
      'missing.md: The file does not exist.',
    ])
    expect(exitCode).toBe(1)
  })

  test('explains on request', async () => {
    const { stdout } = await extract('--format', 'jsonl', '--explain', 'docs/checkout.md')
    expect(records(stdout)).toMatchObject([
      {
        items: [{ section: 'Action items', reason: expect.any(String) }, { section: 'Action items' }],
        rejected: [{ text: expect.stringContaining('TODO'), reason: expect.any(String), line: 16 }],
      },
    ])
  })
})

describe('relative due dates count from', () => {
  const dueOf = async (...args: string[]): Promise<unknown> =>
    (JSON.parse((await extract('--format', 'json', ...args)).stdout) as { items: { due: unknown }[] }[])[0]
      ?.items[0]?.due

  test('the incident date', async () => {
    expect(await dueOf('docs/checkout.md')).toBe('2026-03-16')
  })

  test('the given day, even where the incident date is stated', async () => {
    expect(await dueOf('docs/checkout.md', '--date', '2026-05-01')).toBe('2026-05-15')
  })

  test('today, where neither is known', async () => {
    expect(await dueOf('docs/2025/search.markdown')).toMatch(/^\d{4}-\d{2}-\d{2}$/)
  })
})

describe('followthrough extract for people', () => {
  test('prints a table per file and the totals', async () => {
    const { stdout } = await extract('docs')
    expect(stdout).toContain('Checkout outage · 2026-03-02 · SEV-2')
    expect(stdout).toMatch(
      /│ 14 +│ Add an alert for the pool, see #12 +│ task +│ @ada +│ 2026-03-16 +│ P1 +│ +│/,
    )
    expect(stdout).toMatch(/│ 15 +│ Raise the pool size .*│ yes +│/)
    expect(stdout).toContain('files: 2 · tasks to file: 2 · improvements: 0 · done: 1\n')
  })

  test('marks up headings on a terminal', async () => {
    const { stdout } = await runCli(['extract', 'docs/checkout.md'], folder.path, { isTerminal: true })
    expect(stdout).toContain('<bold>docs/checkout.md</bold>\n')
  })

  test('explains each item and each block that is none', async () => {
    const { stdout } = await extract('docs/checkout.md', '--explain')
    expect(stdout).toMatch(/line 14: .+ under "Action items": "Add an alert for the pool/)
    expect(stdout).toMatch(/Left out:\n {2}line 16: .+ under "Action items": "TODO: describe"/)
  })

  test('keeps control characters of a file away from the terminal', async () => {
    const { stdout } = await extract('escape.md')
    expect(stdout).toContain('Add [2J an alert')
  })
})

describe('followthrough extract used wrongly', () => {
  test.each([
    ['without a path', [], "missing required argument 'path'"],
    ['with an unknown format', ['docs', '--format', 'xml'], 'Allowed choices are table, json, jsonl'],
    ['with a day that does not exist', ['docs', '--date', '2026-02-30'], 'Give a day as YYYY-MM-DD'],
    ['with an unknown option', ['docs', '--jsonl'], "unknown option '--jsonl'"],
  ])('%s exits with 2 and says so', async (_, args, message) => {
    const { stdout, stderr, exitCode } = await extract(...args)
    expect(stderr).toContain(message)
    expect({ stdout, exitCode }).toEqual({ stdout: '', exitCode: 2 })
  })

  test('on a folder without Markdown exits with 1', async () => {
    const { stderr, exitCode } = await extract('empty')
    expect({ stderr, exitCode }).toEqual({
      stderr: 'empty: The folder holds no Markdown files.\n',
      exitCode: 1,
    })
  })

  test('teaches its formats and exit codes with --help', async () => {
    const { stdout, exitCode } = await extract('--help')
    expect(stdout).toContain('Examples:')
    expect(stdout).toContain('Exit codes:')
    expect(exitCode).toBe(0)
  })
})

describe('in a pipe', () => {
  const piped = (...args: string[]): Promise<CliRun> => runCliProcess(['extract', ...args], folder.path)

  test('a thousand postmortems come through completely, and without colours', async () => {
    const many = Array.from({ length: 1000 }, () => 'docs/checkout.md')
    const { stdout } = await piped(...many)
    expect(stdout.match(/Checkout outage/g)).toHaveLength(1000)
    expect(stdout).toContain('files: 1000 · tasks to file: 1000')
    expect(stdout).not.toContain('\u001b')
  }, 20_000)

  test('a reader that has seen enough is no error', async () => {
    const all = [...Array.from({ length: 50 }, () => 'docs/checkout.md'), '--format', 'jsonl']
    const command = [process.execPath, main, 'extract', ...all].map((word) => `'${word}'`).join(' ')
    const { stdout, stderr } = await promisify(execFile)('sh', ['-c', `${command} | head -1`], {
      cwd: folder.path,
    })
    expect(stdout.trimEnd().split('\n')).toHaveLength(1)
    expect(stderr).toBe('')
  })

  test('the exit code is that of the command', async () => {
    expect(await piped('missing.md', 'docs')).toMatchObject({
      exitCode: 1,
      stderr: 'missing.md: The file does not exist.\n',
    })
  })
})
