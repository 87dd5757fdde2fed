import { afterEach, describe, expect, test } from '@jest/globals'
import type { LocalGitHubOptions } from '../../src/local-github/options.ts'
import { createStory } from '../../src/local-github/story.ts'
import { IMPATIENT, mergeFiles, openStage, type Stage } from '../stage.ts'

const PATH = 'postmortems/2026-03-01-checkout.md'

let stage: Stage
afterEach(() => stage.close())

const open = async (options: LocalGitHubOptions): Promise<void> => {
  stage = await openStage(options, IMPATIENT)
}

/** Merges a postmortem whose item links the first issue of the other repository; gives what the status says. */
const mergeLinking = async (link: string, config = ''): Promise<string> => {
  const files = {
    [PATH]: `# Checkout outage\n\n## Action items\n\n- Rotate the signing keys ${link}\n`,
    ...(config === '' ? {} : { '.github/followthrough.yml': config }),
  }
  const pull = await mergeFiles(stage.story, files)
  await stage.play()
  return ((await stage.story.listComments(pull))[0]?.body ?? '').replaceAll('\u{200b}', '')
}

const theirs = (repo: string): ReturnType<typeof createStory> => createStory(stage.github, 'maya', repo)

describe('a public postmortem that links an issue of a private repository', () => {
  test('shows nothing of that issue, and leaves it alone', async () => {
    await open({ repositories: [{ name: 'secrets', private: true }] })
    const secret = await theirs('secrets').openIssue({ title: 'Keys were stolen', assignees: ['jonas'] })
    await theirs('secrets').closeIssue(secret.number)

    const status = await mergeLinking('acme/secrets#1')
    expect(status).toContain('acme/secrets#1')
    expect(status).not.toContain('jonas')
    expect(status).not.toMatch(/✅|\d of \d done/)
    expect(await theirs('secrets').listComments(1)).toEqual([])
    expect((await theirs('secrets').readIssue(1)).labels).toEqual([])
  })

  test('does not tell which issues of it exist', async () => {
    await open({ repositories: [{ name: 'secrets', private: true }] })
    const statusOfMissing = await mergeLinking('acme/secrets#1')
    await stage.close()
    await open({ repositories: [{ name: 'secrets', private: true }] })
    await theirs('secrets').openIssue({ title: 'Keys were stolen' })
    const steady = (text: string): string => text.replace(/127\.0\.0\.1:\d+|[\da-f]{40}/g, '')
    expect(steady(await mergeLinking('acme/secrets#1'))).toBe(steady(statusOfMissing))
  })
})

describe('a private postmortem that links an issue of a public repository', () => {
  const private_ = { private: true, repositories: [{ name: 'website' }] }

  test('says nothing of itself there', async () => {
    await open(private_)
    await theirs('website').openIssue({ title: 'Signing keys are old' })
    const status = await mergeLinking('acme/website#1')
    expect(status).toContain('acme/website#1')
    expect(await theirs('website').listComments(1)).toEqual([])
    expect((await theirs('website').readIssue(1)).labels).toEqual([])
  })

  test('does where the configuration allows private postmortems to show in public', async () => {
    await open(private_)
    await theirs('website').openIssue({ title: 'Signing keys are old' })
    await mergeLinking('acme/website#1', 'issues:\n  allowPublic: true\n')
    expect(await theirs('website').listComments(1)).toHaveLength(1)
  })
})

test('a linked issue of a repository that can be seen just as well is followed', async () => {
  await open({ repositories: [{ name: 'website' }] })
  await theirs('website').openIssue({ title: 'Signing keys are old' })
  await mergeLinking('acme/website#1')
  expect(await stage.story.listIssues()).toHaveLength(0)
  expect(await theirs('website').listComments(1)).toHaveLength(1)
})

test('an issue that is moved to a private repository is shown no more', async () => {
  await open({ repositories: [{ name: 'secrets', private: true }] })
  const pull = await mergeFiles(stage.story, {
    [PATH]: '# Checkout outage\n\n## Action items\n\n- Rotate the signing keys\n',
  })
  await stage.play()
  await stage.story.transferIssue(2, 'secrets')
  await stage.play()
  const status = (await stage.story.listComments(pull))[0]?.body ?? ''
  expect(status).not.toContain('secrets')
  expect(await stage.story.listIssues()).toEqual([])
})
