import type { FaultRule } from '../../src/local-github/faults.ts'
import { PermanentError, RetryableError } from '../../src/jobs/errors.ts'
import { openStage, type Stage } from '../stage.ts'

/** What happens on GitHub before the app is asked to act, and what it must then do in one go. */
export interface ChaosStory {
  name: string
  /** Brings everything to the point before; the app has handled all of it. */
  before: (stage: Stage) => Promise<void>
  /** The event whose handling is disturbed. */
  event: (stage: Stage) => Promise<void>
}

/** What can go wrong at one request. */
export const disturbances = {
  'process killed before the request': (nth) => [{ nth, times: Infinity, kind: 'drop-before' }],
  'process killed after its effect': (nth) => [
    { nth, kind: 'drop-after' },
    { nth: nth + 1, times: Infinity, kind: 'drop-before' },
  ],
  '502 before the effect': (nth) => [{ nth, kind: '502-before' }],
  '502 after the effect': (nth) => [{ nth, kind: '502-after' }],
  'secondary limit': (nth) => [{ nth, kind: '403-secondary' }],
  'too many requests': (nth) => [{ nth, kind: '429' }],
  'connection dropped before the effect': (nth) => [{ nth, kind: 'drop-before' }],
  'connection dropped after the effect': (nth) => [{ nth, kind: 'drop-after' }],
  'no answer': (nth) => [{ nth, kind: 'hang' }],
  'token expired': (nth) => [{ nth, kind: '401' }],
  'not found': (nth) => [{ nth, kind: '404' }],
} satisfies Record<string, (nth: number) => Omit<FaultRule, 'match'>[]>

export type Disturbance = keyof typeof disturbances

/** Everything that people can see in the end, with what differs between two runs taken out. */
export type FinalState = object[]

export interface Undisturbed {
  /** How many requests the event takes. */
  requests: number
  state: FinalState
}

/** Plays a story without any fault. */
export const playUndisturbed = async (story: ChaosStory): Promise<Undisturbed> => {
  const stage = await openStage({}, IMPATIENT)
  try {
    await story.before(stage)
    await story.event(stage)
    stage.requests()
    await stage.play()
    const requests = stage.requests().length
    return { requests, state: await finalState(stage) }
  } finally {
    await stage.close()
  }
}

/**
 * Plays a story with a fault at one request; then the queue runs the jobs again until they succeed,
 * as it does after a restart.
 *
 * @param nth the request at which the fault strikes, counted from 1
 */
export const playDisturbed = async (
  story: ChaosStory,
  disturbance: Disturbance,
  nth: number,
): Promise<FinalState> => {
  const stage = await openStage({}, IMPATIENT)
  try {
    await story.before(stage)
    await story.event(stage)
    for (const rule of disturbances[disturbance](nth)) stage.github.fault({ ...rule, match: () => true })
    const jobs = await stage.takeJobs()
    for (const job of jobs) {
      await stage.run(job).catch(onlyJobErrors)
    }
    stage.github.clearFaults()
    for (const job of jobs) await stage.run(job)
    return await finalState(stage)
  } finally {
    await stage.close()
  }
}

/** Waits for retries and limits are as short as they can be, and a hanging request is given up soon. */
const IMPATIENT = { timeoutMs: 150, waitMs: 1 }

/** A disturbed job fails with an error that says whether to try again; anything else is a fault of ours. */
const onlyJobErrors = (error: unknown): void => {
  if (!(error instanceof RetryableError) && !(error instanceof PermanentError)) throw error
}

const finalState = async ({ story, github }: Stage): Promise<FinalState> => {
  const steady = (text: string): string =>
    text.replace(/[0-9a-f]{40}/g, '<commit>').replaceAll(github.url, '')
  const commentsOf = async (number: number): Promise<string[]> =>
    (await story.listComments(number)).map(({ body }) => steady(body))
  const issues = await story.listIssues()
  const state: FinalState = []
  for (const issue of issues) {
    state.push({
      number: issue.number,
      title: issue.title,
      state: issue.state,
      reason: issue.state_reason,
      labels: issue.labels.map(({ name, color }) => `${name} ${color}`).sort(),
      assignees: issue.assignees.map(({ login }) => login).sort(),
      body: steady(issue.body ?? ''),
      comments: await commentsOf(issue.number),
    })
  }
  for (const number of PULL_REQUESTS) {
    const comments = await commentsOf(number).catch(() => [])
    state.push({ number, comments })
  }
  return state
}

/** Stories open their pull requests before any issue, or right after the issues of the first merge. */
const PULL_REQUESTS = Array.from({ length: 20 }, (_, index) => index + 1)
