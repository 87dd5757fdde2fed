import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { IMPATIENT, openStage, type Stage } from '../stage.ts'
import { answerOf } from './own-process.ts'

test.each(['app.asana.com/', 'youtrack/', '/browse/A'])(
  'an address of half a million characters of “%s” is read without holding anything up',
  (part) => {
    const script = `
      import { referenceOf } from './src/plan/references.ts'
      const link = 'https://example.org/' + INPUT.repeat(500_000 / INPUT.length)
      console.log(referenceOf(link, { owner: 'acme', repo: 'shop' }, 'github.com').kind)`
    expect(answerOf(script, part)).toBe('page')
  },
)

test('tens of thousands of links are compared with a thousand issues without holding anything up', () => {
  const script = `
    import { matchItems } from './src/plan/match.ts'
    const numbers = (count) => Array.from({ length: count }, (_, index) => index)
    const wishes = numbers(2000).map((i) => ({
      item: { text: 'w' + i, links: numbers(30).map((k) => '#' + (5000 + i * 30 + k)), done: false },
      position: i, fingerprint: 'wish' + i }))
    const issues = numbers(1000).map((i) => ({
      number: i + 1, url: 'https://github.com/acme/shop/issues/' + (i + 1), state: 'open',
      marker: { item: 'item' + i, fingerprint: 'issue' + i, text: 'v' + i, position: i, gone: 'no', done: false } }))
    console.log(matchItems(wishes, issues, { owner: 'acme', repo: 'shop' }).pairs.size)`
  expect(answerOf(script, '')).toBe('0')
})

test('thousands of new items are compared with a thousand issues without holding anything up', () => {
  const script = `
    import { matchItems } from './src/plan/match.ts'
    const words = (seed) => Array.from({ length: 60 }, (_, k) => 'w' + ((seed * 7 + k * k) % 97)).join(' ')
    const wishes = Array.from({ length: 5000 }, (_, i) => ({
      item: { text: words(i), links: [], done: false }, position: i, fingerprint: 'wish' + i }))
    const issues = Array.from({ length: 1000 }, (_, i) => ({
      number: i + 1, url: 'https://github.com/acme/shop/issues/' + (i + 1), state: 'open',
      marker: { item: 'item' + i, fingerprint: 'issue' + i, text: words(-i), position: i, gone: 'no', done: false } }))
    console.log(matchItems(wishes, issues, { owner: 'acme', repo: 'shop' }).pairs.size <= 1000)`
  expect(answerOf(script, '')).toBe('true')
})

let stage: Stage
beforeEach(async () => {
  stage = await openStage({}, IMPATIENT)
})
afterEach(() => stage.close())

/** Lets a stranger propose files; gives the requests that this costs and what the check says. */
const propose = async (files: Record<string, string>): Promise<{ requests: string[]; summary: string }> => {
  await stage.story.openPullRequest({ files, title: 'Postmortem', author: 'stranger', fork: true })
  stage.github.clearRequests()
  await stage.play()
  const requests = stage.github.requests()
  const written = requests.filter(({ path }) => path.includes('/check-runs')).map(({ body }) => body)
  const { output } = written.at(-1) as { output: { summary: string } }
  return { requests: requests.map(String), summary: output.summary }
}

const postmortem = (items: string[]): string =>
  ['# Outage', '', '## Action items', '', ...items.map((item) => `- ${item}`), ''].join('\n')
const numbers = (count: number): number[] => Array.from({ length: count }, (_, index) => index)

test('a postmortem full of links uses up no more than a share of the requests that GitHub allows', async () => {
  const links = (item: number): string =>
    numbers(10)
      .map((link) => `#${1000 + item * 10 + link}`)
      .join(' ')
  const items = numbers(300).map((item) => `Repair the door ${item} ${links(item)}`)
  const { requests } = await propose({ 'postmortems/links.md': postmortem(items) })
  expect(requests.length).toBeLessThan(250)
})

test('a postmortem full of mistakes is annotated in some requests, not in hundreds', async () => {
  const items = numbers(700).map((item) => `Improve thing ${item}`)
  const { requests } = await propose({ 'postmortems/mistakes.md': postmortem(items) })
  expect(requests.filter((request) => request.includes('/check-runs')).length).toBeLessThan(25)
})

test('of a pull request full of postmortems as many are read as there is memory for, and the check says so', async () => {
  const files = numbers(200).map((file) => [`postmortems/${file}.md`, postmortem(['Repair the door'])])
  const { summary, requests } = await propose(Object.fromEntries(files) as Record<string, string>)
  expect(summary).toContain('**50 issues will be opened.**')
  expect(summary).toContain('changes 150 more postmortems, too many for one check')
  expect(requests.filter((request) => request === 'POST /graphql').length).toBeLessThan(10)
})
