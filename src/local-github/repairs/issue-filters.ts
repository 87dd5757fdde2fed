import type { Issue } from '../views.ts'

const same = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase()

/** `none`, `*`, or the name of one of the entries. */
const chosen = (wanted: string | null, names: string[]): boolean => {
  if (wanted === null || wanted === '') return true
  if (wanted === 'none') return names.length === 0
  return wanted === '*' ? names.length > 0 : names.some((name) => same(name, wanted))
}

const compare =
  (sort: string | null) =>
  (one: Issue, other: Issue): number => {
    if (sort === 'comments') return one.comments - other.comments
    const [a, b] =
      sort === 'updated' ? [one.updated_at, other.updated_at] : [one.created_at, other.created_at]
    return a.localeCompare(b) || one.number - other.number
  }

/** Filters and sorts as `GET /repos/{owner}/{repo}/issues` does. */
export const filterIssues = (issues: Issue[], query: URLSearchParams): Issue[] => {
  const state = query.get('state') ?? 'open'
  const labels = (query.get('labels') ?? '').split(',').filter((label) => label.trim() !== '')
  const creator = query.get('creator')
  const since = query.get('since')
  const found = issues.filter(
    (issue) =>
      (state === 'all' || issue.state === state) &&
      labels.every((label) => issue.labels.some(({ name }) => same(name, label.trim()))) &&
      (creator === null || same(issue.user.login, creator)) &&
      chosen(
        query.get('assignee'),
        issue.assignees.map(({ login }) => login),
      ) &&
      chosen(query.get('milestone'), issue.milestone ? [String(issue.milestone.number)] : []) &&
      (since === null || Date.parse(issue.updated_at) >= Date.parse(since)),
  )
  const sorted = found.sort(compare(query.get('sort')))
  return query.get('direction') === 'asc' ? sorted : sorted.reverse()
}
