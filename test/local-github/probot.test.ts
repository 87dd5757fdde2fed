import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { Probot, ProbotOctokit } from 'probot'
import { startLocalGitHub, type LocalGitHub } from '../../src/local-github/server.ts'
import { createStory } from '../../src/local-github/story.ts'

let github: LocalGitHub

beforeAll(async () => {
  github = await startLocalGitHub()
})
afterAll(() => github.close())

test('Probot gets an installation token, reads a file by GraphQL and opens an issue', async () => {
  const story = createStory(github)
  const pull = await story.openPullRequest({
    files: { 'postmortems/outage.md': '# Outage\n' },
    title: 'Postmortem',
  })
  await story.merge(pull.number)
  const probot = new Probot({
    appId: github.appId,
    privateKey: github.privateKey,
    secret: github.webhookSecret,
    baseUrl: github.apiUrl,
    Octokit: ProbotOctokit.defaults({ throttle: { enabled: false } }),
    logLevel: 'fatal',
  })
  const octokit = await probot.auth(github.installationId)
  const { repository } = await octokit.graphql<{ repository: { object: { text: string } } }>(
    `query ($owner: String!, $name: String!, $file: String!) {
      repository(owner: $owner, name: $name) { object(expression: $file) { ... on Blob { text } } }
    }`,
    { owner: github.owner, name: github.repo, file: 'HEAD:postmortems/outage.md' },
  )
  expect(repository.object.text).toBe('# Outage\n')

  const issue = await octokit.rest.issues.create({
    owner: github.owner,
    repo: github.repo,
    title: 'Add an alert',
  })

  expect(issue.data.user?.login).toBe(github.botLogin)
  expect(github.requests().map(String)).toEqual([
    `POST /app/installations/${github.installationId}/access_tokens`,
    'POST /graphql',
    'POST /repos/acme/shop/issues',
  ])
})
