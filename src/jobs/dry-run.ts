import { referenceKey } from '../plan/references.ts'
import type { Issue } from '../plan/types.ts'
import type { Deps } from './deps.ts'
import type { GitHub, Logger, RepositoryName } from './ports.ts'

/** Issues that would be opened are numbered from here on: no repository has so many. */
const FIRST_NUMBER = 2 ** 40

/** Whether an issue would only be opened. */
export const isImagined = ({ number }: Pick<Issue, 'number'>): boolean => number > FIRST_NUMBER

/**
 * The same, but writing nothing: a job that runs with it finds out what it would do. What it would write is
 * answered as GitHub would answer it, so that the job goes on as if it were done.
 *
 * Every method is listed, so that a new one cannot write by mistake.
 */
export const withoutWriting = (deps: Deps): Deps => ({
  ...deps,
  github: readingOnly(deps.github),
  enqueue: () => undefined,
  log: quiet(deps.log),
})

const readingOnly = (github: GitHub): GitHub => {
  const issues = new Map<string, Issue>()
  let opened = 0
  const remember = (repository: RepositoryName, issue: Issue): Issue => {
    issues.set(referenceKey({ ...repository, number: issue.number }), issue)
    return issue
  }
  const nothing = (): Promise<void> => Promise.resolve()

  return {
    snapshot: (...asked) => github.snapshot(...asked),
    repositoryName: (...asked) => github.repositoryName(...asked),
    markdownPaths: (...asked) => github.markdownPaths(...asked),
    filesAt: (...asked) => github.filesAt(...asked),
    pullRequest: (...asked) => github.pullRequest(...asked),
    testMerge: (...asked) => github.testMerge(...asked),
    pullRequestPaths: (...asked) => github.pullRequestPaths(...asked),
    fileCommits: (...asked) => github.fileCommits(...asked),
    history: (...asked) => github.history(...asked),
    renames: (...asked) => github.renames(...asked),
    openPullRequests: (...asked) => github.openPullRequests(...asked),
    ownCommentsSince: (...asked) => github.ownCommentsSince(...asked),
    othersItems: (...asked) => github.othersItems(...asked),
    ownComments: (...asked) => github.ownComments(...asked),
    ownCommentsOn: (...asked) => github.ownCommentsOn(...asked),
    comment: (...asked) => github.comment(...asked),
    hasReacted: (...asked) => github.hasReacted(...asked),
    canWrite: (...asked) => github.canWrite(...asked),
    ownIssue: (...asked) => github.ownIssue(...asked),
    issues: (...asked) => github.issues(...asked),
    labels: (...asked) => github.labels(...asked),
    ownCheck: (...asked) => github.ownCheck(...asked),
    ownIssues: async (repository) =>
      (await github.ownIssues(repository)).map((issue) => remember(repository, issue)),
    createIssue: (repository, { title, body, labels, assignees }) =>
      Promise.resolve(
        remember(repository, {
          ...UNWRITTEN,
          number: FIRST_NUMBER + ++opened,
          title,
          body,
          labels,
          assignees,
        }),
      ),
    updateIssue: (repository, number, changes) => {
      const issue = issues.get(referenceKey({ ...repository, number }))
      return Promise.resolve(remember(repository, { ...UNWRITTEN, number, ...issue, ...changes }))
    },
    createLabel: nothing,
    labelId: () => Promise.resolve(''),
    addLabels: nothing,
    removeLabel: nothing,
    revise: nothing,
    createComment: (_repository, _number, body) => Promise.resolve({ id: 0, body, url: '' }),
    updateComment: nothing,
    react: nothing,
    deleteComment: nothing,
    writeCheck: nothing,
  }
}

const UNWRITTEN: Omit<Issue, 'number'> = {
  title: '',
  body: '',
  state: 'open',
  stateReason: null,
  labels: [],
  assignees: [],
  createdAt: '',
  closedAt: null,
  url: '',
}

/** The log of a dry run must not read as if something were done. */
const quiet = (log: Logger): Logger => ({
  debug: (fields, message) => {
    log.debug(fields, message)
  },
  info: (fields, message) => {
    log.debug(fields, `dry run: ${message}`)
  },
  warn: (fields, message) => {
    log.warn(fields, message)
  },
  error: (fields, message) => {
    log.error(fields, message)
  },
})
