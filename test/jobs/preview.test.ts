import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { IMPATIENT, openStage, type Stage } from '../stage.ts'
import { postmortem } from './postmortems.ts'

const PATH = 'postmortems/2026-03-01-checkout.md'
const CONFIG = '.github/followthrough.yml'

const WEAK = ['Improve monitoring', 'Be more careful with migrations (@jonas)', 'Raise the connection quota']
const MENDED = [
  'Page on call when checkout latency stays above 2 s (@jonas, due 2026-06-01)',
  'Refuse migrations without a rollback in CI (@jonas, due 2026-06-01)',
  'Raise the connection quota of the search cluster to 400 (@maya, due 2026-06-01)',
]

let stage: Stage
beforeEach(async () => {
  stage = await openStage({}, IMPATIENT)
})
afterEach(() => stage.close())

interface Check {
  id: number
  status: string
  conclusion: string
  output: { title: string; summary: string; annotations_count: number }
}
interface Annotation {
  path: string
  start_line: number
  annotation_level: string
  title: string
  message: string
}

const headOf = async (number: number): Promise<string> => {
  const { body } = await stage.github.as('maya', `GET /repos/acme/shop/pulls/${number}`)
  return (body as { head: { sha: string } }).head.sha
}

const checksOf = async (number: number): Promise<Check[]> => {
  const { body } = await stage.github.as(
    'maya',
    `GET /repos/acme/shop/commits/${await headOf(number)}/check-runs`,
  )
  return (body as { check_runs: Check[] }).check_runs
}

const onlyCheckOf = async (number: number): Promise<Check> => {
  const checks = await checksOf(number)
  expect(checks).toHaveLength(1)
  return checks[0] as Check
}

const annotationsOf = async ({ id }: Check): Promise<Annotation[]> => {
  const all: Annotation[] = []
  for (let page = 1; ; page++) {
    const path = `GET /repos/acme/shop/check-runs/${id}/annotations?per_page=100&page=${page}`
    const { body } = await stage.github.as('maya', path)
    all.push(...(body as Annotation[]))
    if ((body as Annotation[]).length < 100) return all
  }
}

const openPull = async (files: Record<string, string | null>, branch = 'review'): Promise<number> =>
  (await stage.story.openPullRequest({ files, title: 'Postmortem', branch })).number

/** `2 issues will be opened, 1 updated` as numbers. */
const promised = (title: string): Record<string, number> =>
  Object.fromEntries(
    [...title.matchAll(/(\d+)(?: issues? will be)? (opened|updated|closed|reopened)/g)].map(
      ([, count, word]): [string, number] => [word ?? '', Number(count)],
    ),
  )

describe('the story of three weak items', () => {
  test('they are found, mended by a second push, and merging does what the check said, to the number', async () => {
    const pull = await openPull({ [PATH]: postmortem(...WEAK) })
    await stage.play()
    const first = await onlyCheckOf(pull)
    expect(first).toMatchObject({ conclusion: 'neutral', output: { title: '3 issues will be opened' } })
    expect(first.output.summary).toContain('2 have no owner, 3 have no due date')
    const annotations = await annotationsOf(first)
    expect(annotations.map(({ start_line: line, title }) => `${line} ${title}`)).toEqual([
      '7 no-owner',
      '7 no-due-date',
      '7 vague',
      '8 no-due-date',
      '8 relies-on-people',
      '9 no-owner',
      '9 no-due-date',
    ])
    expect(new Set(annotations.map(({ path }) => path))).toEqual(new Set([PATH]))

    await stage.story.push({ [PATH]: postmortem(...MENDED) }, 'Say who does what', 'review')
    await stage.play()
    const second = await onlyCheckOf(pull)
    expect(second).toMatchObject({ conclusion: 'success', output: { title: '3 issues will be opened' } })
    expect(await annotationsOf(second)).toEqual([])

    await stage.story.merge(pull)
    await stage.play()
    expect(await stage.story.listIssues()).toHaveLength(promised(second.output.title)['opened'] ?? 0)
  })

  test('an edit: updates, closings and removals are foretold to the number as well', async () => {
    await stage.story.merge(
      await openPull({ [PATH]: postmortem(...MENDED, 'Delete the unused flag (@jonas)') }),
    )
    await stage.play()
    const [first = '', second = '', third = ''] = MENDED
    const edited = [
      first.replace('above 2 s', 'above 3 s'),
      `${second} (done)`,
      third,
      'Rehearse the failover of the payment service (@maya, due 2026-07-01)',
    ]
    const pull = await openPull({ [PATH]: postmortem(...edited) }, 'edit')
    await stage.play()
    const { output } = await onlyCheckOf(pull)
    expect(promised(output.title)).toEqual({ opened: 1, updated: 2, closed: 1 })
    await stage.story.merge(pull)
    const done = await stage.playInOrder((jobs) => jobs.filter(({ look }) => look.kind === 'pull-request'))
    const updates = done.flatMap((operation) => (operation.kind === 'update-issue' ? [operation] : []))
    expect(done.filter(({ kind }) => kind === 'create-issue')).toHaveLength(1)
    expect(updates.filter(({ changes }) => changes.state === undefined)).toHaveLength(2)
    expect(updates.filter(({ changes }) => changes.state === 'closed')).toHaveLength(1)
  })

  test('a branch that lacks what was added to the file meanwhile: the merge counts, not the branch', async () => {
    const [first = '', second = '', third = ''] = MENDED
    await stage.story.merge(await openPull({ [PATH]: postmortem(first, second) }))
    await stage.play()
    const pull = await openPull(
      { [PATH]: postmortem(first.replace('above 2 s', 'above 3 s'), second) },
      'old',
    )
    await stage.story.commitFile(PATH, postmortem(first, second, third))
    await stage.play()
    await stage.story.push({ 'docs/guide.md': '# Guide\n' }, 'Add a guide', 'old')
    await stage.play()
    expect(promised((await onlyCheckOf(pull)).output.title)).toEqual({ updated: 1 })
    await stage.story.merge(pull)
    const done = await stage.playInOrder((jobs) => jobs.filter(({ look }) => look.kind === 'pull-request'))
    expect(done.filter(({ kind }) => kind === 'update-issue')).toHaveLength(1)
    expect(done.filter(({ kind }) => kind === 'create-issue')).toEqual([])
  })

  test('remarks stand on the lines of the branch, whatever the default branch added above them', async () => {
    await stage.story.merge(await openPull({ [PATH]: postmortem(...MENDED) }))
    await stage.play()
    const pull = await openPull({ [PATH]: postmortem(...MENDED, 'Improve monitoring (@jonas)') }, 'more')
    await stage.story.commitFile(PATH, `Draft of Monday.\n\n${postmortem(...MENDED)}`)
    await stage.play()
    const annotations = await annotationsOf(await onlyCheckOf(pull))
    expect(annotations.map(({ start_line: line, title }) => `${line} ${title}`)).toEqual([
      '10 no-due-date',
      '10 vague',
    ])
  })

  test('a branch with conflicts: the check says that it can only speak of the branch', async () => {
    await stage.story.merge(await openPull({ [PATH]: postmortem(...MENDED) }))
    const pull = await openPull({ [PATH]: postmortem('Retry failed webhooks for a day') }, 'mine')
    await stage.story.commitFile(PATH, postmortem('Move the queue to its own host'))
    await stage.play()
    const { conclusion, output } = await onlyCheckOf(pull)
    expect(output.summary).toContain('This branch conflicts with main.')
    expect(conclusion).toBe('neutral')
  })

  test('a renamed file: its issues are kept, and the check knows', async () => {
    await stage.story.merge(await openPull({ [PATH]: postmortem(...MENDED) }))
    await stage.play()
    const pull = await openPull({ [PATH]: null, 'postmortems/renamed.md': postmortem(...MENDED) }, 'rename')
    await stage.play()
    expect(promised((await onlyCheckOf(pull)).output.title)).toEqual({ updated: 3 })
    await stage.story.merge(pull)
    const done = await stage.playInOrder((jobs) => jobs.filter(({ look }) => look.kind === 'pull-request'))
    expect(done.filter(({ kind }) => kind === 'update-issue')).toHaveLength(3)
    expect(done.filter(({ kind }) => kind === 'create-issue')).toEqual([])
  })
})

describe('the check run', () => {
  test('is written once for a commit, and not again with equal content', async () => {
    const pull = await openPull({ [PATH]: postmortem(...WEAK) })
    await stage.play()
    await stage.story.changePullRequest(pull, { draft: true })
    await stage.story.changePullRequest(pull, { draft: false })
    expect(await stage.play()).toEqual([])
    expect(await checksOf(pull)).toHaveLength(1)
  })

  test('is answered when a person asks for it again, on the same run and with no annotation twice', async () => {
    const pull = await openPull({ [PATH]: postmortem(...WEAK) })
    await stage.play()
    const before = await onlyCheckOf(pull)
    await stage.story.rerunCheck(before.id)
    expect(await stage.play()).toMatchObject([{ kind: 'write-check', reason: 'asked for again' }])
    const after = await onlyCheckOf(pull)
    expect(after.id).toBe(before.id)
    expect(await annotationsOf(after)).toHaveLength(7)
  })

  test('carries every annotation, fifty in a request, and takes up again where it broke off', async () => {
    const many = Array.from({ length: 60 }, (_, index) => `Replace the certificate of host ${index + 1}`)
    stage.github.fault({ match: { method: 'PATCH', path: /check-runs/ }, kind: '502-after' })
    const pull = await openPull({ [PATH]: postmortem(...many) })
    await expect(stage.play()).rejects.toMatchObject({ name: 'RetryableError' })
    const run = { installationId: 2002, repository: { owner: 'acme', repo: 'shop' }, delivery: 'again' }
    await stage.run({ ...run, look: { kind: 'preview', number: pull, wasAskedFor: false } })
    const check = await onlyCheckOf(pull)
    expect(check).toMatchObject({ status: 'completed', conclusion: 'neutral' })
    expect(await annotationsOf(check)).toHaveLength(120)
  })

  test('is left out where a pull request touches no postmortem', async () => {
    const pull = await openPull({ 'docs/guide.md': '# Guide\n\n- Improve monitoring\n', 'src/a.ts': '' })
    expect(await stage.play()).toEqual([])
    expect(await checksOf(pull)).toEqual([])
  })

  test('stays with the pull request that has postmortems, where its commit is also that of one to another branch', async () => {
    const { body } = await stage.github.as('maya', 'GET /repos/acme/shop/git/ref/heads/main')
    const { sha } = (body as { object: { sha: string } }).object
    await stage.github.as('maya', 'POST /repos/acme/shop/git/refs', { ref: 'refs/heads/release', sha })
    const pull = await openPull({ [PATH]: postmortem(...WEAK) })
    const twin = { title: 'The same', body: '', head: 'review', base: 'release' }
    expect(await stage.github.as('maya', 'POST /repos/acme/shop/pulls', twin)).toMatchObject({ status: 201 })
    await stage.play()
    expect((await onlyCheckOf(pull)).output.title).toBe('3 issues will be opened')
  })

  test('names the issue of another postmortem that says the same and is still open', async () => {
    const open = await openPull({ 'postmortems/2026-02-01-search.md': postmortem(...MENDED) }, 'search')
    await stage.story.merge(open)
    await stage.play()
    const pull = await openPull({ [PATH]: postmortem(...MENDED) })
    await stage.play()
    const annotations = await annotationsOf(await onlyCheckOf(pull))
    expect(annotations.map(({ title }) => title)).toEqual(['recurrence', 'recurrence', 'recurrence'])
    expect(annotations[0]?.message).toMatch(/another postmortem is still open: #\d+\./)
    await stage.story.closeIssue((await stage.story.listIssues())[0]?.number ?? 0)
    await stage.story.rerunCheck((await onlyCheckOf(pull)).id)
    await stage.play()
    expect((await onlyCheckOf(pull)).output.summary).toContain('2 are still open from other postmortems')
  })

  test('is the only thing written, also for a fork', async () => {
    const { number } = await stage.story.openPullRequest({
      files: { [PATH]: postmortem(...WEAK) },
      title: 'Postmortem',
      author: 'stranger',
      branch: 'from-afar',
      fork: true,
    })
    stage.requests()
    await stage.play()
    const check = await onlyCheckOf(number)
    expect(check.output.title).toBe('3 issues will be opened')
    await stage.story.pushToFork('from-afar', { [PATH]: postmortem(...MENDED) }, 'stranger')
    await stage.play()
    expect(await onlyCheckOf(number)).toMatchObject({ conclusion: 'success' })
    await stage.story.rerunCheck((await onlyCheckOf(number)).id)
    await stage.play()
    const writes = stage.requests().filter((request) => !/^GET|^POST \/graphql$/.test(request))
    expect(writes).toEqual([
      'POST /repos/acme/shop/check-runs',
      'POST /repos/acme/shop/check-runs',
      expect.stringMatching(/^PATCH \/repos\/acme\/shop\/check-runs\/\d+$/),
    ])
    expect(await stage.story.listIssues()).toEqual([])
  })
})

describe('the configuration', () => {
  test('decides which findings fail the check; a pull request cannot lift that for itself', async () => {
    await stage.story.commitFile(CONFIG, 'require: [no-owner]\n')
    const pull = await openPull({ [PATH]: postmortem(...WEAK), [CONFIG]: 'require: []\n' })
    await stage.play()
    const check = await onlyCheckOf(pull)
    expect(check.conclusion).toBe('failure')
    const levels = (await annotationsOf(check)).map(({ title, annotation_level: level }) => [title, level])
    expect(levels).toContainEqual(['no-owner', 'failure'])
    expect(levels).not.toContainEqual(['vague', 'failure'])
  })

  test('can ask for a check on every pull request, which a rule of the branch may wait for', async () => {
    await stage.story.commitFile(CONFIG, 'check: {everyPullRequest: true}\n')
    const withoutMarkdown = await openPull({ 'src/a.ts': '' }, 'code')
    const withoutPostmortem = await openPull({ 'docs/guide.md': '# Guide\n' }, 'guide')
    await stage.play()
    for (const pull of [withoutMarkdown, withoutPostmortem]) {
      expect(await onlyCheckOf(pull)).toMatchObject({
        conclusion: 'success',
        output: { title: 'Merging this pull request changes no postmortem' },
      })
    }
    await stage.story.push({ [PATH]: postmortem(...MENDED) }, 'Add a postmortem', 'code')
    await stage.play()
    expect((await onlyCheckOf(withoutMarkdown)).output.title).toBe('3 issues will be opened')
  })

  test('with a mistake fails the check with line, key and what was expected', async () => {
    await stage.story.commitFile(CONFIG, 'due:\n  default: soon\n')
    const pull = await openPull({ [PATH]: postmortem(...WEAK) })
    await stage.play()
    const { conclusion, output } = await onlyCheckOf(pull)
    expect(conclusion).toBe('failure')
    expect(output.summary).toMatch(/line 2: due\\?.default is "soon"/)
    expect(output.summary).toContain('a whole number of days from 1 to 3650')
  })

  test('is checked where the pull request itself changes it, on its lines', async () => {
    const pull = await openPull({ [CONFIG]: 'dashboard: true\nlabls: {}\n' }, 'config')
    await stage.play()
    const check = await onlyCheckOf(pull)
    expect(check.conclusion).toBe('failure')
    expect(await annotationsOf(check)).toMatchObject([
      {
        path: CONFIG,
        start_line: 2,
        annotation_level: 'failure',
        message: expect.stringContaining('labels'),
      },
    ])
    await stage.story.push({ [CONFIG]: 'dashboard: true\n' }, 'Mend', 'config')
    await stage.play()
    expect(await onlyCheckOf(pull)).toMatchObject({ conclusion: 'success' })
  })

  test('as the pull request changes it is what merging will do', async () => {
    const document = `# Outage\n\n## Action items\n\n### Improvements\n\n- Improve the monitoring of queues\n`
    const pull = await openPull({ [PATH]: document, [CONFIG]: 'file: {tasks: false}\n' })
    await stage.play()
    expect((await onlyCheckOf(pull)).output.title).toBe('No issue will be opened or changed')
    await stage.story.merge(pull)
    await stage.play()
    expect(await stage.story.listIssues()).toEqual([])
  })
})

describe('where we fail', () => {
  test('the check is neutral, names the delivery for the log, and the job is tried again', async () => {
    const pull = await openPull({ [PATH]: postmortem(...WEAK) })
    stage.github.fault({ match: { path: '/repos/acme/shop/issues' }, kind: '404', times: 9 })
    await expect(stage.play()).rejects.toThrow()
    stage.github.clearFaults()
    const failed = await onlyCheckOf(pull)
    expect(failed.conclusion).toBe('neutral')
    expect(failed.output.summary).toContain(stage.github.deliveries.at(-1)?.id)
    const run = { installationId: 2002, repository: { owner: 'acme', repo: 'shop' }, delivery: 'again' }
    await stage.run({ ...run, look: { kind: 'preview', number: pull, wasAskedFor: false } })
    expect((await onlyCheckOf(pull)).output.title).toBe('3 issues will be opened')
  })

  test('a fault of our own is tried again, like one of GitHub', async () => {
    const pull = await openPull({ [PATH]: postmortem(...WEAK) })
    stage.breakExtractor()
    await expect(stage.play()).rejects.toMatchObject({ name: 'RetryableError' })
    expect(await onlyCheckOf(pull)).toMatchObject({ conclusion: 'neutral' })
  })
})

test('a configuration that is not read for its name: the check says how to call it', async () => {
  await stage.story.commitFile('.github/followthrough.yaml', 'removed: close\n')
  const { number } = await stage.story.openPullRequest({
    files: { [PATH]: postmortem(...MENDED) },
    title: 'P',
  })
  await stage.play()
  expect((await onlyCheckOf(number)).output.summary).toContain(`rename it to \`${CONFIG}\``)
})
