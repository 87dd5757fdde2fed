import { IMPATIENT, openTimedStage, type Stage } from '../stage.ts'
import type { Job } from '../../src/jobs/job.ts'
import type { Issue } from '../../src/local-github/views.ts'

/** The app and its GitHub with one clock, and every job that was ever asked for. */
export interface Real {
  stage: Stage
  /** Lets time pass. */
  pass: (minutes: number) => void
  /** All jobs so far, for deliveries that come once more. */
  history: Job[]
  /** Issues of the app that the model has accounted for. */
  known: Set<number>
  /** The app's issues in the repository, the oldest first. */
  appIssues: () => Promise<Issue[]>
}

const START = '2026-03-02T09:00:00Z'

/** To this repository issues are moved. */
export const OTHER_REPOSITORY = 'backlog'

export const openReal = async (): Promise<Real> => {
  const stage = await openTimedStage(START, { repositories: [{ name: OTHER_REPOSITORY }] }, IMPATIENT)
  return {
    stage,
    pass: (minutes) => {
      stage.at(new Date(stage.now().getTime() + minutes * 60_000).toISOString())
    },
    history: [],
    known: new Set(),
    appIssues: async () =>
      (await stage.story.listIssues()).filter(({ user }) => user.login === stage.github.botLogin),
  }
}
