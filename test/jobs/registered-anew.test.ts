import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { Octokit } from '@octokit/rest'
import { createGitHub } from '../../src/github/index.ts'
import type { Look } from '../../src/jobs/job.ts'
import { runJob } from '../../src/jobs/run.ts'
import { extractPostmortem } from '../../src/postmortem/extract.ts'
import { IMPATIENT, mergeFiles, openStage, type Stage } from '../stage.ts'
import { postmortem } from './postmortems.ts'

const PATH = 'postmortems/a.md'
const ALERT = 'Add an alert on the payment error rate'
const RUNBOOK = 'Write a runbook for the failover'
const REPLICA = 'Add a replica of the search cluster'

let stage: Stage
let pull: number
beforeEach(async () => {
  stage = await openStage({}, IMPATIENT)
  pull = await mergeFiles(stage.story, { [PATH]: postmortem(ALERT, RUNBOOK) })
  await stage.play()
  stage.requests()
})
afterEach(() => stage.close())

/** One job of the app under another name: nothing that was written before is its own. */
const runAnew = async (look: Look): Promise<void> => {
  const { owner, repo, apiUrl, botLogin, installationId } = stage.github
  const client = new Octokit({ auth: await stage.github.tokenFor(botLogin), baseUrl: apiUrl })
  const nothing = (): void => undefined
  await runJob(
    { installationId, repository: { owner, repo }, look, delivery: 'anew' },
    {
      github: createGitHub(client, { botLogin: 'followthrough-2[bot]' }),
      extractor: { extract: (markdown, options) => Promise.resolve(extractPostmortem(markdown, options)) },
      clock: { now: stage.now },
      enqueue: nothing,
      log: { debug: nothing, info: nothing, warn: nothing, error: nothing },
    },
  )
}

const titles = async (): Promise<string[]> => (await stage.story.listIssues()).map(({ title }) => title)

const lastComment = async (): Promise<string> => (await stage.story.listComments(pull)).at(-1)?.body ?? ''

describe('the app under another name', () => {
  test('files nothing again of an old postmortem that is edited, and says why and what to do', async () => {
    const edit = await mergeFiles(stage.story, { [PATH]: postmortem(ALERT, RUNBOOK, REPLICA) })
    await runAnew({ kind: 'pull-request', number: edit })
    expect(await titles()).toEqual([ALERT, RUNBOOK])
    expect(await lastComment()).toContain('`followthrough[bot]`')
    expect(await lastComment()).toContain('`#12`')
  })

  test('follows the old issues once the postmortem links them, and files what is new', async () => {
    await mergeFiles(stage.story, {
      [PATH]: postmortem(`${ALERT} (#2)`, `${RUNBOOK} (#3)`, REPLICA),
    })
    await runAnew({ kind: 'paths', paths: [PATH] })
    expect(await titles()).toEqual([ALERT, RUNBOOK, REPLICA])
    expect(await lastComment()).toContain('0 of 3 done')
  })

  test('files the rest neither, where only some are linked', async () => {
    await mergeFiles(stage.story, { [PATH]: postmortem(`${ALERT} (#2)`, RUNBOOK) })
    await runAnew({ kind: 'paths', paths: [PATH] })
    expect(await titles()).toEqual([ALERT, RUNBOOK])
  })

  test('asks no such question of a postmortem that was merged just now', async () => {
    const brought = await mergeFiles(stage.story, { 'postmortems/b.md': postmortem(REPLICA) })
    stage.requests()
    await runAnew({ kind: 'pull-request', number: brought })
    expect(stage.requests().filter((request) => request === 'GET /repos/acme/shop/issues')).toHaveLength(1)
    expect(await titles()).toEqual([ALERT, RUNBOOK, REPLICA])
  })
})
