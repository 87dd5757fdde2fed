import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { Probot } from 'probot'
import { connectApp } from '../../src/github/app.ts'
import { createOctokitClass } from '../../src/github/octokit.ts'
import { meterIssues } from '../../src/lambda/meter-issues.ts'
import { startLocalGitHub, type LocalGitHub } from '../../src/local-github/server.ts'
import { createStory } from '../../src/local-github/story.ts'
import { createExtractor } from '../../src/sandbox/extractor.ts'
import { createWork } from '../../src/work.ts'
import { mergePostmortem } from '../deployments/stories.ts'

let github: LocalGitHub
beforeAll(async () => {
  github = await startLocalGitHub()
})
afterAll(() => github.close())

test('issues are counted as they are opened, also in a job that fails after that, but not the dashboard', async () => {
  const probot = new Probot({
    appId: github.appId,
    privateKey: github.privateKey,
    baseUrl: github.apiUrl,
    Octokit: createOctokitClass({ writeIntervalMs: 0 }),
    logLevel: 'fatal',
  })
  const counted: string[] = []
  const extractor = createExtractor()
  const log = { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined }
  const run = createWork({
    app: meterIssues(await connectApp(probot), { add: (name) => counted.push(name) }),
    extractor,
    log: { ...log, child: () => log },
    enqueue: () => undefined,
    clock: { now: () => new Date() },
  })
  const job = {
    installationId: github.installationId,
    repository: { owner: github.owner, repo: github.repo },
    delivery: 'test',
  }
  const number = await mergePostmortem(createStory(github), 'checkout')
  const look = { kind: 'pull-request', number } as const

  github.fault({ match: { method: 'POST', path: /\/issues$/ }, kind: '502-before', nth: 2 })
  await expect(run({ ...job, look })).rejects.toThrow('502')
  expect(counted).toEqual(['IssuesOpened'])
  await run({ ...job, look })
  await run({ ...job, look: { kind: 'dashboard' } })
  expect((await createStory(github).listIssues()).map(({ title }) => title)).toHaveLength(3)
  expect(counted).toEqual(['IssuesOpened', 'IssuesOpened'])
  await extractor.close()
})
