import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { parseMarker } from '../../src/plan/marker.ts'
import { attacks } from '../render/attacks.ts'
import { dangers } from '../render/reading.ts'
import { mergeFiles, openStage, type Stage } from '../stage.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage({}, { timeoutMs: 20_000, waitMs: 1, isImpatient: true })
})
afterAll(() => stage.close())

const OWN_RECORDS = /<!-- followthrough \{.*?\} -->|<!-- \/followthrough -->/g

/** Each attack as title, as item and as owner of a postmortem of its own. */
const postmortemWith = (attack: string): string => {
  const line = attack.replace(/[\r\n]+/g, ' ')
  return [
    `# Outage ${line}`,
    '',
    '## Action items',
    '',
    '| Task | Owner | Due |',
    '|---|---|---|',
    `| Replace the fuse ${line.replaceAll('|', '\\|')} | ${line.replaceAll('|', '\\|')} | tomorrow ${line.replaceAll('|', '\\|')} |`,
    '',
    '## Further action items',
    '',
    `- [ ] Repair the door ${attack}`,
    '',
  ].join('\n')
}

describe('text of a postmortem', () => {
  test.each(Object.entries(attacks))(
    'with %s notifies, closes, hides and breaks nothing',
    async (name, attack) => {
      const path = `postmortems/${name.replace(/\W+/g, '-')}.md`
      const before = (await stage.story.listIssues()).length
      const pull = await mergeFiles(stage.story, { [path]: postmortemWith(attack) })
      await stage.play()

      const issues = (await stage.story.listIssues()).slice(before)
      const [status, ...more] = await stage.story.listComments(pull)
      expect(more).toEqual([])
      const bodies = [...issues.map(({ body }) => body ?? ''), status?.body ?? '']
      for (const body of bodies) {
        expect(dangers(body.replace(OWN_RECORDS, ''))).toEqual([])
        expect(parseMarker(body)).toMatchObject({ path })
      }
      for (const { body } of issues) expect(body?.match(OWN_RECORDS)).toHaveLength(2)
      // What was written is read back as it was written: a second look changes nothing.
      expect(await stage.run(looking(path))).toEqual([])
    },
  )
})

const looking = (path: string): Parameters<Stage['run']>[0] => ({
  installationId: stage.github.installationId,
  repository: { owner: 'acme', repo: 'shop' },
  look: { kind: 'paths', paths: [path] },
  delivery: 'once more',
})
