import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { RecordedRequest } from '../../src/local-github/recorder.ts'
import { parseMarker } from '../../src/plan/marker.ts'
import type { Operation } from '../../src/plan/types.ts'
import { attacks } from '../render/attacks.ts'
import { dangers } from '../render/reading.ts'
import { IMPATIENT, openStage, type Stage } from '../stage.ts'

const OWN_RECORDS = /<!-- followthrough \{.*?\} -->|<!-- \/followthrough -->/g

/** What no text needs and what deceives whoever reads it. */
const DECEPTIVE = /(?![\n\t\r])\p{Cc}|[\u{202a}-\u{202e}\u{2066}-\u{2069}\u{e0000}-\u{e007f}]/u

/**
 * An attack as title, item, owner, due date, priority and details of a postmortem of its own. References point to issues that
 * do not exist, since existing ones would be followed, and NUL is left out, since it makes a file binary.
 */
const postmortemWith = (attack: string): string => {
  const line = attack
    .replace(/[\r\n]+/g, ' ')
    .replace(/(#|GH-|\/issues\/)(?=\d)/g, '$199')
    .replaceAll('\0', '')
  const cell = line.replaceAll('|', '\\|')
  return [
    `# Outage ${line}`,
    '',
    '## Action items',
    '',
    '| Task | Owner | Due | Priority |',
    '|---|---|---|---|',
    `| Replace the fuse ${cell} | ${cell} | 2026-01-02 ${cell} | ${cell} |`,
    '',
    '## Further action items',
    '',
    `- [ ] Repair the door ${line}`,
    `  ${line}`,
    '',
    `  ${line}`,
    `- Improve ${line}`,
    '- Write down how the fuse was found',
    '',
  ].join('\n')
}

const pathOf = (name: string): string => `postmortems/${name.replace(/\W+/g, '-')}.md`

interface Check {
  title: string
  summary: string
  annotations: { message: string; title: string }[]
}

let stage: Stage
let pull: number
const checks: Check[] = []
/** The bodies that the app wrote, by the path that they are about. */
const written = new Map<string, { issues: string[]; statuses: string[]; weekly: string[] }>()
const titles: string[] = []
const dashboards: string[] = []
let again: Operation[]

/** Everything is merged, looked at, and looked back at by the weekly job, once for all attacks. */
beforeAll(async () => {
  stage = await openStage({}, { ...IMPATIENT, timeoutMs: 60_000 })
  const files = Object.fromEntries(
    Object.entries(attacks).map(([name, attack]) => [pathOf(name), postmortemWith(attack)]),
  )
  const opened = await stage.story.openPullRequest({ files, title: 'Postmortems' })
  pull = opened.number
  stage.github.clearRequests()
  await stage.play()
  checks.push(...stage.github.requests().flatMap(checkIn))
  await stage.story.merge(pull)
  await stage.play()
  await stage.followUp()
  await stage.run(job({ kind: 'rollup' }))

  for (const { body, title } of await stage.story.listIssues()) {
    titles.push(title)
    const marker = parseMarker(body ?? '')
    if (marker?.kind === 'item') of(marker.path).issues.push(body ?? '')
    else dashboards.push(body ?? '')
  }
  for (const { body } of await stage.story.listComments(pull)) {
    const marker = parseMarker(body)
    if (marker?.kind === 'status') of(marker.path).statuses.push(body)
    if (marker?.kind === 'rollup') of(marker.path).weekly.push(body)
  }
  again = await stage.run(job({ kind: 'paths', paths: Object.keys(files) }))
}, 60_000)
afterAll(() => stage.close())

const of = (path: string): { issues: string[]; statuses: string[]; weekly: string[] } => {
  const known = written.get(path) ?? { issues: [], statuses: [], weekly: [] }
  written.set(path, known)
  return known
}

const checkIn = ({ method, path, body }: RecordedRequest): Check[] =>
  method !== 'GET' && path.includes('/check-runs') ? [(body as { output: Check }).output] : []

const job = (look: Parameters<Stage['run']>[0]['look']): Parameters<Stage['run']>[0] => ({
  installationId: stage.github.installationId,
  repository: { owner: 'acme', repo: 'shop' },
  look,
  delivery: 'test',
})

const dangersIn = (body: string): string[] => {
  const visible = body.replace(OWN_RECORDS, '')
  return [...dangers(visible), ...(DECEPTIVE.test(visible) ? ['deceptive characters'] : [])]
}

describe('text of a postmortem', () => {
  test.each(Object.keys(attacks))(
    'with %s notifies, closes, hides and breaks nothing in issues, status and weekly comment',
    (name) => {
      const { issues, statuses, weekly } = of(pathOf(name))
      // What an attack links in other trackers is not filed.
      expect(issues.length).toBeGreaterThanOrEqual(1)
      expect(statuses).toHaveLength(1)
      expect(weekly).toHaveLength(1)
      for (const body of [...issues, ...statuses, ...weekly]) expect(dangersIn(body)).toEqual([])
      // One record and one end mark: those of the app.
      for (const body of issues) expect(body.match(OWN_RECORDS)).toHaveLength(2)
    },
  )

  test('does so neither in the dashboard nor in titles', () => {
    expect(dashboards.map(dangersIn)).toEqual([[]])
    for (const title of titles) {
      expect(title).not.toMatch(/(?:^|\W)@[a-z\d]|#\d|\bGH-\d/i)
      expect(title).not.toMatch(DECEPTIVE)
    }
  })

  test('does so neither in the summary nor in the annotations of the check', () => {
    const annotations = checks.flatMap((check) => check.annotations)
    expect(annotations.length).toBeGreaterThan(Object.keys(attacks).length)
    for (const { title, summary } of checks) {
      expect(title).not.toMatch(DECEPTIVE)
      expect(dangersIn(summary)).toEqual([])
    }
    // These are shown as plain text.
    for (const { message } of annotations) expect(message).not.toMatch(DECEPTIVE)
  })

  test('does so neither in the title of a tracking issue', async () => {
    const text = '# Fixes #1 for @mallory \u{202e}\n\n## Action items\n\n- Add an alert\n'
    await stage.story.commitFile('postmortems/pushed.md', text)
    await stage.play()
    const title = (await stage.story.listIssues()).at(-1)?.title
    expect(title).toBe('Action items: Fixes #\u{200b}1 for @\u{200b}mallory')
  })

  test('is read back as it was written: a second look changes nothing', () => {
    expect(again).toEqual([])
  })
})
