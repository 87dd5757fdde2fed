import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { parseMarker } from '../../src/plan/marker.ts'
import { dangers } from '../render/reading.ts'
import { IMPATIENT, mergeFiles, openStage, type Stage } from '../stage.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage({ repositories: [{ name: 'other' }] }, IMPATIENT)
})
afterAll(() => stage.close())

const POSTMORTEM = '# Outage\n\n## Action items\n\n- Replace the fuse\n'

/** Names that git allows. */
const names: Record<string, string> = {
  'a fragment and a query': 'C# outage? yes&no=1.md',
  'percent signs': '%2e%2e%2f%00.md',
  'what git takes for a revision': 'HEAD~1:x^{tree}@{1}.md',
  'dots that look like a way up': '..%2f..\\..\\secret.md',
  quotes: "\"); DROP 'x' `y` ${z} $(w).md",
  'Markdown and HTML': '](https:x) [a] <b> | <!-- c --> @mallory fixes #1.md',
  'other scripts': '停電 отчёт تقرير.md',
  'text that runs backwards': 'safe\u{202e}dm.exe.md',
  'a line break': 'two\nlines.md',
  'a dash in front': '--upload-pack=x.md',
  GraphQL: '$path0 } } mutation { deleteIssue.md',
  '4,000 bytes': `${'very-long-'.repeat(400)}.md`,
}

describe('a file name', () => {
  const pathOf = (name: string): string => `postmortems/${name}`
  /** What the app wrote, by the path that it is about. */
  const written = new Map<string, string[]>()
  let requests: string[]

  beforeAll(async () => {
    const pull = await mergeFiles(
      stage.story,
      Object.fromEntries(Object.values(names).map((name) => [pathOf(name), POSTMORTEM])),
    )
    stage.requests()
    await stage.play()
    requests = stage.requests()
    const bodies = [...(await stage.story.listIssues()), ...(await stage.story.listComments(pull))]
    for (const { body } of bodies) {
      const marker = parseMarker(body ?? '')
      const path = marker !== null && 'path' in marker ? marker.path : ''
      written.set(path, [...(written.get(path) ?? []), body ?? ''])
    }
  }, 60_000)

  test.each(Object.entries(names))('with %s is read, linked and shown, and leads nowhere else', (_, name) => {
    const path = pathOf(name)
    const [issue = '', status = '', ...more] = written.get(path) ?? []
    expect(more).toEqual([])
    for (const body of [issue, status])
      expect(dangers(body.replace(/<!-- \/?followthrough.*?-->/g, ''))).toEqual([])
    expect(issue).toContain('Replace the fuse')
    const link = /\((http[^)\s]*\/blob\/[^)\s]*)\)/.exec(issue)?.[1] ?? ''
    expect(decodeURIComponent(new URL(link).pathname)).toMatch(new RegExp(`^/acme/shop/blob/[0-9a-f]{40}/`))
    expect(decodeURIComponent(new URL(link).pathname).split('/').slice(5).join('/')).toBe(path)
  })

  test('whatever it is, makes the app ask for nothing but this repository', () => {
    for (const request of requests) expect(request).toMatch(/^(?:POST \/graphql|\w+ \/repos\/acme\/shop\/)/)
  })
})

test('a path that leads out of the repository reads nothing', async () => {
  stage.requests()
  for (const path of ['../../other/postmortems/a.md', '/etc/postmortems/passwd.md', 'postmortems/../../x.md'])
    expect(
      await stage.run({
        installationId: stage.github.installationId,
        repository: { owner: 'acme', repo: 'shop' },
        look: { kind: 'paths', paths: [path] },
        delivery: 'forged',
      }),
    ).toEqual([])
  for (const request of stage.requests())
    expect(request).toMatch(/^(?:POST \/graphql|GET \/repos\/acme\/shop\/)/)
})
