import { expect, test } from '@jest/globals'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runCli, runCliProcess } from './run-cli.ts'

interface Ending {
  issues: {
    number: number
    title: string
    state: string
    assignees: string[]
    labels: string[]
    body: string
  }[]
  comments: { author: string; body: string }[]
}

const TIMEOUT_MS = 60_000

test(
  'the demo tells its story to people',
  async () => {
    const { stdout, exitCode } = await runCliProcess(['demo'], tmpdir())
    expect(exitCode).toBe(0)
    expect(stdout).toMatch(/opened 4 issues/)
    expect(stdout).toMatch(/0 writes: nothing is done twice/)
    expect(stdout).toMatch(/update issue #2: reworded/)
    expect(stdout.match(/### Week \d+: \d of \d done/g)).toHaveLength(3)
    expect(stdout).toMatch(/somebody comments on #\d+: \/due/)
    expect(stdout).toMatch(/xychart-beta/)
  },
  TIMEOUT_MS,
)

test(
  'the demo gives its ending to programs, for any postmortem',
  async () => {
    const folder = await mkdtemp(join(tmpdir(), 'followthrough-'))
    const file = join(folder, 'search.md')
    await writeFile(
      file,
      '# Slow search\n\n## Next steps\n\n- Reindex the archive (@ada)\n- Add an alert on latency\n',
    )
    try {
      const { stdout, exitCode } = await runCliProcess(['demo', file, '--format', 'json'], folder)
      expect(exitCode).toBe(0)
      const { issues, comments } = JSON.parse(stdout) as Ending
      expect(issues[0]).toMatchObject({
        title: expect.stringContaining('Reindex the archive'),
        assignees: ['ada'],
      })
      expect(comments[0]).toMatchObject({ author: 'followthrough[bot]' })
      // The status, and a note in each week with something open.
      expect(comments.slice(1).every(({ body }) => body.includes('### Week'))).toBe(true)
    } finally {
      await rm(folder, { recursive: true })
    }
  },
  TIMEOUT_MS,
)

test('a file that is not there is said so', async () => {
  const { stderr, exitCode } = await runCli(['demo', 'no-such-file.md'], tmpdir())
  expect(exitCode).toBe(1)
  expect(stderr).toMatch(/no-such-file\.md: The file does not exist\./)
})
