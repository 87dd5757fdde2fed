import type { Comment, Issue } from '../views.ts'
import { Html, markup } from './html.ts'
import { markdownToHtml } from './markdown.ts'

const REASONS: Record<string, string> = {
  not_planned: 'Closed as not planned',
  duplicate: 'Closed as duplicate',
}

const stateOf = (issue: Issue): string => {
  const merged = (issue.pull_request as { merged_at?: string | null } | undefined)?.merged_at
  if (merged) return 'Merged'
  if (issue.state === 'open') return 'Open'
  return REASONS[issue.state_reason ?? ''] ?? 'Closed'
}

const labels = (issue: Issue): Html[] =>
  issue.labels.map(({ name }) => markup`<span class="label">${name}</span>`)

const post = (
  { user, body, created_at: written }: Pick<Comment, 'user' | 'created_at'> & { body: string | null },
  folded: string | undefined,
): Html => {
  const text = markup`<div>${new Html(markdownToHtml(body ?? ''))}</div>`
  const shown =
    folded === undefined
      ? text
      : markup`<details>
          <summary class="muted">Minimized as ${folded.toLowerCase()}</summary>
          ${text}
        </details>`
  return markup`<article>
    <header><strong>${user.login}</strong> <span class="muted">${written}</span></header>
    ${shown}
  </article>`
}

/** An issue or pull request with its comments. */
export const issuePage = (issue: Issue, comments: Comment[], minimized: Map<string, string>): Html => {
  const assignees = issue.assignees.map(({ login }) => login).join(', ')
  return markup`
    <p><a href="../">Issues and pull requests</a></p>
    <h1>${issue.title} <small>#${issue.number}</small></h1>
    <p><span class="state ${issue.state}">${stateOf(issue)}</span> ${labels(issue)}</p>
    <p class="muted">${assignees === '' ? 'No one assigned' : `Assigned to ${assignees}`}</p>
    ${post(issue, undefined)} ${comments.map((comment) => post(comment, minimized.get(comment.node_id)))}
  `
}

/** All issues and pull requests of a repository. */
export const listPage = (repository: string, issues: Issue[]): Html => {
  const row = (issue: Issue): Html => {
    const kind = issue.pull_request ? 'Pull request' : 'Issue'
    return markup`<tr>
      <td>#${issue.number}</td>
      <td><a href="${issue.html_url}">${issue.title}</a> ${labels(issue)}</td>
      <td>${kind}</td>
      <td>${stateOf(issue)}</td>
    </tr>`
  }
  return markup`<h1>${repository}</h1>
    <table>
      ${issues.map(row)}
    </table>`
}
