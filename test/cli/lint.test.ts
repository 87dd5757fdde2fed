import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { writeFiles, type Folder } from './files.ts'
import { runCli, type CliRun } from './run-cli.ts'

const WEAK = `# Search outage

## Action items

- [ ] Improve monitoring (@lena, due: 2026-06-30)
- Shard the product index by region
`
const GOOD = `# Search outage

## Action items

- Shard the product index by region (@lena, due: 2026-06-30)
`

const files: Record<string, string> = {
  'postmortems/weak.md': WEAK,
  'postmortems/good.md': GOOD,
  'docs/guide.md': '# Guide\n\n- Improve monitoring\n',
  'outages/README.md': '# Outages\n\nIn the order of time.\n',
  'outages/empty.md': '# Outage\n\nAll is well again.\n',
  'odd/long.md': '# Outage\n\n## Action items\n\n- Refuse orders\n  without a price\n',
  'strict.yml': 'require: [no-owner]\n',
  'patient.yml': 'due: {default: 30}\n',
  'wrong.yml': 'requires: [no-owner]\ndue: {default: soon}\n',
}

let folder: Folder
beforeAll(async () => {
  folder = await writeFiles(files)
})
afterAll(() => folder.remove())

const lint = (...args: string[]): Promise<CliRun> => runCli(['lint', ...args], folder.path)

interface Report {
  file: string
  error: string | null
  findings: { id: string; required: boolean; line: number; column: number }[]
}
const reports = ({ stdout }: CliRun): Report[] => JSON.parse(stdout) as Report[]
const places = (run: CliRun): string[] =>
  reports(run).flatMap(({ findings }) => findings.map(({ id, line, column }) => `${line}:${column} ${id}`))

describe('followthrough lint', () => {
  test('prints each finding with line, column, level, advice and id', async () => {
    const { stdout, exitCode } = await lint('postmortems/weak.md')
    expect(exitCode).toBe(0)
    expect(stdout).toMatch(
      /^postmortems\/weak\.md\n {5}5:7 {2}warning {2}This item fits any incident.* vague\n/,
    )
    expect(stdout).toMatch(/ {5}6:3 {2}warning {2}This item has no owner.* no-owner\n/)
    expect(stdout).toContain('files: 1 · findings: 3 · required to be mended: 0')
  })

  test('exits with 1 where the configuration requires a finding to be mended', async () => {
    const run = await lint('postmortems/weak.md', '--config', 'strict.yml', '--format', 'json')
    expect(run.exitCode).toBe(1)
    expect(reports(run)[0]?.findings.filter(({ required }) => required)).toMatchObject([{ id: 'no-owner' }])
  })

  test('misses no due date where the configuration allows a time', async () => {
    const run = await lint('postmortems/weak.md', '--config', 'patient.yml', '--format', 'json')
    expect(places(run)).toEqual(['5:7 vague', '6:3 no-owner'])
  })

  test('wants no action items of an index, like the check', async () => {
    const run = await lint('outages/README.md', 'outages/empty.md', '--format', 'json')
    expect(reports(run).map(({ findings }) => findings.map(({ id }) => id))).toEqual([
      [],
      ['no-action-items'],
    ])
  })

  test('looks in a folder at postmortems only', async () => {
    const run = await lint('.', '--format', 'json')
    expect(reports(run).map(({ file }) => file)).toEqual(['postmortems/good.md', 'postmortems/weak.md'])
  })

  test('marks up files and levels on a terminal', async () => {
    const { stdout } = await runCli(['lint', 'postmortems/weak.md'], folder.path, { isTerminal: true })
    expect(stdout).toMatch(/^<bold>postmortems\/weak\.md<\/bold>\n {5}5:7 {2}<yellow>warning<\/yellow>/)
  })

  test('writes annotations for GitHub Actions', async () => {
    const { stdout } = await lint('postmortems/weak.md', '--config', 'strict.yml', '--format', 'github')
    expect(stdout.split('\n')).toContainEqual(
      expect.stringMatching(
        /^::error file=postmortems\/weak\.md,line=6,endLine=6,col=3,title=no-owner::This item has no owner\. /,
      ),
    )
  })

  const written = async (path: string): Promise<string[]> =>
    (await lint(path, '--format', 'github')).stdout.trimEnd().split('\n')

  test('gives GitHub no column where an item has several lines, and paths as the repository has them', async () => {
    expect((await written('./odd/long.md'))[0]).toMatch(
      /^::warning file=odd\/long\.md,line=5,endLine=6,title=no-owner::/,
    )
  })

  test('annotates a file that cannot be read', async () => {
    expect(await written('missing.md')).toEqual(['::error file=missing.md::The file does not exist.'])
  })

  test.each([
    ['a file that is not there', ['missing.md'], 1, /^missing\.md: The file does not exist\.\n$/],
    ['a folder without postmortems', ['docs'], 1, /^docs: None of the Markdown files/],
    [
      'a configuration with mistakes',
      ['.', '--config', 'wrong.yml'],
      2,
      /^wrong\.yml:1:1: requires is not a known key/,
    ],
    [
      'a configuration that is not there',
      ['.', '--config', 'no.yml'],
      2,
      /^no\.yml: The file does not exist\.\n$/,
    ],
    ['an unknown format', ['.', '--format', 'xml'], 2, /'xml' is invalid/],
  ])('says what is wrong with %s', async (_, args, exitCode, stderr) => {
    const run = await lint(...args)
    expect(run).toMatchObject({ exitCode, stderr: expect.stringMatching(stderr) })
  })
})
