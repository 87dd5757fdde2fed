import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { startLocalGitHub, type LocalGitHub } from '../../src/local-github/server.ts'
import { createStory, type Story } from '../../src/local-github/story.ts'
import type { Commit, FileDiff, Pull } from '../../src/local-github/views.ts'

let github: LocalGitHub
let story: Story

beforeAll(async () => {
  github = await startLocalGitHub({ anyRequest: true })
  story = createStory(github)
})
beforeEach(() => github.reset())
afterAll(() => github.close())

const get = async <T>(path: string): Promise<T> =>
  (await github.as(github.botLogin, `GET /repos/acme/shop${path}`)).body as T

describe('a pull request', () => {
  test('lists its files, renames included', async () => {
    await story.push({ 'old.md': 'same\n', 'gone.md': 'x', 'both.md': '1\n' }, 'Start')
    const { number } = await story.openPullRequest({
      files: { 'old.md': null, 'new.md': 'same\n', 'gone.md': null, 'both.md': '2\n', 'more.md': 'y' },
      title: 'Change',
    })

    const files = await get<FileDiff[]>(`/pulls/${number}/files`)

    expect(files.map(({ filename, status, previous_filename: from }) => [filename, status, from])).toEqual([
      ['both.md', 'modified', undefined],
      ['gone.md', 'removed', undefined],
      ['more.md', 'added', undefined],
      ['new.md', 'renamed', 'old.md'],
    ])
    expect(await get(`/pulls/${number}`)).toMatchObject({ changed_files: 4, commits: 1, merged: false })
  })

  test('follows its branch', async () => {
    const { number } = await story.openPullRequest({ files: { 'a.md': 'a' }, title: 'Add', branch: 'add' })
    const head = await story.push({ 'b.md': 'b' }, 'More', 'add')

    expect((await get<Pull>(`/pulls/${number}`)).head.sha).toBe(head)
    expect((await get<Pull[]>('/pulls'))[0]?.head.sha).toBe(head)
    expect((await get<FileDiff[]>(`/pulls/${number}/files`)).map(({ filename }) => filename)).toEqual([
      'a.md',
      'b.md',
    ])
  })

  test.each(['merge', 'squash', 'rebase'] as const)(
    'by %s keeps what others merged in between',
    async (method) => {
      const first = await story.openPullRequest({ files: { 'a.md': 'a' }, title: 'First' })
      const second = await story.openPullRequest({ files: { 'b.md': 'b' }, title: 'Second' })
      await story.merge(first.number, method)
      await story.commitFile('c.md', 'c')

      const merged = await story.merge(second.number, method)

      expect(await Promise.all(['a.md', 'b.md', 'c.md'].map(story.readFile))).toEqual(['a', 'b', 'c'])
      expect(merged).toMatchObject({ merged: true, state: 'closed' })
      expect((await get<{ commit: { sha: string } }>('/branches/main')).commit.sha).toBe(
        merged.merge_commit_sha,
      )
    },
  )

  test('that changes what others changed cannot be merged', async () => {
    await story.commitFile('a.md', '1')
    const { number } = await story.openPullRequest({ files: { 'a.md': '2' }, title: 'Two' })
    await story.commitFile('a.md', '3')

    await expect(story.merge(number)).rejects.toThrow('Pull Request is not mergeable')
    expect(await story.readFile('a.md')).toBe('3')
  })

  test('keeps the head that it was closed with', async () => {
    const { number } = await story.openPullRequest({ files: { 'a.md': 'a' }, title: 'Add', branch: 'add' })
    const head = await story.push({ 'b.md': 'b' }, 'More', 'add')
    await story.closeIssue(number)
    const later = await story.push({ 'c.md': 'c' }, 'Too late', 'add')

    expect((await get<Pull>(`/pulls/${number}`)).head.sha).toBe(head)
    await story.reopen(number)
    expect((await get<Pull>(`/pulls/${number}`)).head.sha).toBe(later)
  })

  test('is not merged where its head is another than expected', async () => {
    const { number } = await story.openPullRequest({ files: { 'a.md': 'a' }, title: 'Add' })

    const { status } = await github.as('maya', `PUT /repos/acme/shop/pulls/${number}/merge`, {
      sha: 'f'.repeat(40),
    })

    expect(status).toBe(409)
    expect(await story.readFile('a.md')).toBeNull()
  })

  test('is what its commits came from', async () => {
    const { number, head } = await story.openPullRequest({ files: { 'a.md': 'a' }, title: 'Add' })
    const open = await get<Pull[]>(`/commits/${head.sha}/pulls`)
    const merged = await story.merge(number)
    const direct = await story.commitFile('b.md', 'b')

    const numbers = async (sha: string) =>
      (await get<Pull[]>(`/commits/${sha}/pulls`)).map((pull) => pull.number)
    expect(open).toMatchObject([{ number, state: 'open' }])
    expect(await numbers(head.sha)).toEqual([number])
    expect(await numbers(merged.merge_commit_sha ?? '')).toEqual([number])
    expect(await numbers(direct)).toEqual([])
  })
})

test('the history of a path names the commits that changed it, without the merges', async () => {
  const { number } = await story.openPullRequest({ files: { 'a.md': 'a' }, title: 'Add a' })
  await story.commitFile('b.md', 'b')
  await story.merge(number)
  await story.commitFile('a.md', 'A', 'Correct a')

  const history = await get<Commit[]>('/commits?path=a.md')

  expect(history.map(({ commit }) => commit.message)).toEqual(['Correct a', 'Add a'])
})

describe('files', () => {
  test('over 1 MB come only as raw media or blob', async () => {
    const text = 'x'.repeat(1_100_000)
    await story.commitFile('big.md', text)

    const file = await get<{ content: string; encoding: string; size: number; sha: string }>(
      '/contents/big.md',
    )
    const blob = await get<{ content: string }>(`/git/blobs/${file.sha}`)

    expect(file).toMatchObject({ content: '', encoding: 'none', size: 1_100_000 })
    expect(Buffer.from(blob.content, 'base64').toString()).toBe(text)
  })

  test('that are binary come back byte by byte', async () => {
    const bytes = new Uint8Array([0, 255, 1, 254])
    await story.commitFile('image.md', bytes)

    const { content } = await get<{ content: string }>('/contents/image.md')

    expect(new Uint8Array(Buffer.from(content, 'base64'))).toEqual(bytes)
  })

  test('come as text where raw media is asked for', async () => {
    await story.commitFile('a b.md', 'Grüße\n')
    const token = await github.tokenFor('maya')

    const response = await fetch(`${github.apiUrl}/repos/acme/shop/contents/a%20b.md`, {
      headers: { authorization: `Bearer ${token}`, accept: 'application/vnd.github.raw+json' },
    })

    expect(response.headers.get('content-type')).toContain('charset=utf-8')
    expect(await response.text()).toBe('Grüße\n')
  })
})
