import type { Comment, Issue, Label, Pull } from '../../src/local-github/views.ts'
import type { Stage } from '../stage.ts'

/** Everything that people can see in the end, with what differs between two runs taken out. */
export type FinalState = object[]

/** Reads issues with the dashboard, pull requests, their comments and which of them are hidden, checks and labels. */
export const finalState = async (stage: Stage): Promise<FinalState> => {
  const { github, story } = stage
  const repository = `/repos/${github.owner}/${github.repo}`
  const pulls = await read<Pull[]>(stage, `GET ${repository}/pulls?state=all&per_page=100`)
  const labels = await read<(Label & { description: string | null })[]>(
    stage,
    `GET ${repository}/labels?per_page=100`,
  )
  const state: FinalState = [
    {
      labels: labels.map(({ name, color, description }) => `${name} ${color} ${description ?? ''}`).sort(),
    },
  ]
  for (const issue of await story.listIssues()) {
    state.push({ ...stateOfIssue(issue, stage), comments: await commentsOf(issue.number, stage) })
  }
  for (const { number, head } of pulls) {
    state.push({
      number,
      comments: await commentsOf(number, stage),
      checks: await checksOf(head.sha, stage),
    })
  }
  return state
}

const read = async <T>({ github }: Stage, call: string, body?: unknown): Promise<T> =>
  (await github.as('maya', call, body)).body as T

const steady = (text: string, { github }: Stage): string =>
  text.replace(/[0-9a-f]{40}/g, '<commit>').replaceAll(github.url, '')

const stateOfIssue = (issue: Issue, stage: Stage): object => ({
  number: issue.number,
  title: issue.title,
  state: issue.state,
  reason: issue.state_reason,
  labels: issue.labels.map(({ name, color }) => `${name} ${color}`).sort(),
  assignees: issue.assignees.map(({ login }) => login).sort(),
  body: steady(issue.body ?? '', stage),
})

const COMMENTS = `query ($owner: String!, $repo: String!, $number: Int!) {
  repository(owner: $owner, name: $repo) { issueOrPullRequest(number: $number) {
    ... on Issue { comments(first: 100) { nodes { databaseId body isMinimized } } }
    ... on PullRequest { comments(first: 100) { nodes { databaseId body isMinimized } } }
  } }
}`

interface CommentsAnswer {
  data: {
    repository: {
      issueOrPullRequest: {
        comments: { nodes: { databaseId: number; body: string; isMinimized: boolean }[] }
      }
    }
  }
}

const commentsOf = async (number: number, stage: Stage): Promise<object[]> => {
  const { owner, repo } = stage.github
  const variables = { owner, repo, number }
  const { data } = await read<CommentsAnswer>(stage, 'POST /graphql', { query: COMMENTS, variables })
  return Promise.all(
    data.repository.issueOrPullRequest.comments.nodes.map(async ({ databaseId, body, isMinimized }) => ({
      body: steady(body, stage),
      isMinimized,
      reactions: await reactionsTo(databaseId, stage),
    })),
  )
}

const reactionsTo = async (comment: Comment['id'], stage: Stage): Promise<string[]> => {
  const { owner, repo } = stage.github
  const path = `/repos/${owner}/${repo}/issues/comments/${comment}/reactions`
  return (await read<{ content: string }[]>(stage, `GET ${path}`)).map(({ content }) => content)
}

interface CheckRunsAnswer {
  check_runs: {
    name: string
    status: string
    conclusion: string | null
    output: { title: string; summary: string; annotations_count: number }
  }[]
}

const checksOf = async (sha: string, stage: Stage): Promise<object[]> => {
  const { owner, repo } = stage.github
  const path = `/repos/${owner}/${repo}/commits/${sha}/check-runs`
  const { check_runs: runs } = await read<CheckRunsAnswer>(stage, `GET ${path}`)
  return runs.map(({ name, status, conclusion, output }) => ({
    name,
    status,
    conclusion,
    title: output.title,
    summary: steady(output.summary, stage),
    annotations: output.annotations_count,
  }))
}
