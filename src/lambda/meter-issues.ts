import type { GitHubApp } from '../github/app.ts'
import { parseMarker } from '../plan/marker.ts'
import type { Meter } from './metrics.ts'

/** Counts each issue that is opened for an action item, also in a job that fails later. The dashboard is no such issue. */
export const meterIssues = (app: GitHubApp, { add }: Pick<Meter, 'add'>): GitHubApp => ({
  ...app,
  async installation(id) {
    const github = await app.installation(id)
    return {
      ...github,
      async createIssue(repository, issue) {
        const created = await github.createIssue(repository, issue)
        if (parseMarker(issue.body)?.kind === 'item') add('IssuesOpened')
        return created
      },
    }
  },
})
