import type { Look } from '../../src/jobs/job.ts'
import { mergeFiles, type Stage } from '../stage.ts'
import { workOff, type Task } from './chaos.ts'

export const PATH = 'postmortems/2026-03-01-checkout.md'

export const ITEMS = [
  'Add an alert on the payment error rate (@jonas, due 2026-03-13)',
  'Write a runbook for the payment failover (P1)',
  'Raise the connection quota of the search cluster',
  'Delete the unused feature flag of the old basket',
]

export const postmortem = (...items: string[]): string =>
  ['# Checkout outage', '', '## Action items', '', ...items.map((item) => `- ${item}`), ''].join('\n')

export const merge =
  (files: Record<string, string | null>) =>
  async ({ story }: Stage): Promise<void> => {
    await mergeFiles(story, files)
  }

export const push =
  (files: Record<string, string | null>) =>
  async ({ story }: Stage): Promise<void> => {
    await story.push(files, 'Change postmortems')
  }

/** Something happens, and the app handles all of it at this time. */
export const handled =
  (act: (stage: Stage) => Promise<unknown>, time = '2026-03-02T09:30:00Z') =>
  async (stage: Stage): Promise<void> => {
    await workOff(await delivered(act, time)(stage), stage)
  }

/** Something happens, and the app is asked to handle it at this time. */
export const delivered =
  (act: (stage: Stage) => Promise<unknown>, time = '2026-03-02T10:30:00Z') =>
  async (stage: Stage): Promise<Task[]> => {
    await act(stage)
    stage.at(time)
    return (await stage.takeJobs()).map((job) => () => stage.run(job))
  }

/** A job that no delivery asks for. */
export const asked = (stage: Stage, look: Look): Task => {
  const { installationId, owner, repo } = stage.github
  return () => stage.run({ installationId, repository: { owner, repo }, look, delivery: 'schedule' })
}

export const mergedFour = handled(merge({ [PATH]: postmortem(...ITEMS) }))

export const nothing = (): Promise<void> => Promise.resolve()
