import { expect, test } from '@jest/globals'
import { openStage } from '../stage.ts'
import { answerOf } from './own-process.ts'

test.each(['app.asana.com/', 'youtrack/', '/browse/A'])(
  'an address of half a million characters of “%s” is read without holding anything up',
  (part) => {
    const script = `
      import { referenceOf } from './src/plan/references.ts'
      const link = 'https://example.org/' + process.env.INPUT.repeat(500_000 / process.env.INPUT.length)
      console.log(referenceOf(link, { owner: 'acme', repo: 'shop' }, 'github.com').kind)`
    expect(answerOf(script, part)).toBe('page')
  },
)

test('a postmortem full of links uses up no more than a share of the requests that GitHub allows', async () => {
  const stage = await openStage({}, { timeoutMs: 20_000, waitMs: 1, isImpatient: true })
  const items = Array.from({ length: 300 }, (_, item) =>
    [
      '- Repair the door',
      item,
      ...Array.from({ length: 10 }, (_, link) => `#${1000 + item * 10 + link}`),
    ].join(' '),
  )
  await stage.story.openPullRequest({
    files: { 'postmortems/links.md': ['# Outage', '', '## Action items', '', ...items, ''].join('\n') },
    title: 'Postmortem',
    author: 'stranger',
    fork: true,
  })
  stage.requests()
  await stage.play()
  expect(stage.requests().length).toBeLessThan(250)
  await stage.close()
})
