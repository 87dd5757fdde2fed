import { PermanentError, RetryableError } from '../../src/jobs/errors.ts'
import { openTimedStage, type Patience, type Stage } from '../stage.ts'
import { disturbances, type Disturbance } from './disturbances.ts'
import { finalState, type FinalState } from './final-state.ts'

/** One piece of work. After a failure that may pass it is done again, from the start. */
export type Task = () => Promise<unknown>

/** What happens on GitHub, and what the app does about it. */
export interface ChaosStory {
  name: string
  /** Brings everything to the point before; the app has handled all of it. */
  before: (stage: Stage) => Promise<void>
  /** What happens then; the work that comes of it is disturbed. */
  event: (stage: Stage) => Promise<Task[]>
}

export interface Undisturbed {
  /** How many requests the work takes. */
  requests: number
  state: FinalState
}

export interface Disturbed {
  /** Whether the work came to the request at which the fault was to strike. */
  isStruck: boolean
  state: FinalState
}

/** Waits for retries and limits are as short as they can be. */
const IMPATIENT: Patience = { timeoutMs: 20_000, waitMs: 1 }

/** Where a request hangs, it is given up soon as well. */
const HANGING: Patience = { ...IMPATIENT, timeoutMs: 1_000 }

const START = '2026-03-02T09:00:00Z'

/** Plays a story without any fault. */
export const playUndisturbed = (story: ChaosStory): Promise<Undisturbed> =>
  onStage(IMPATIENT, async (stage) => {
    await story.before(stage)
    const tasks = await story.event(stage)
    stage.github.clearRequests()
    await workOff(tasks, stage)
    return { requests: stage.github.requests().length, state: await finalState(stage) }
  })

/**
 * Plays a story with a fault at one request. The queue does what failed again, as after a restart.
 *
 * @param nth the request at which the fault strikes, counted from 1
 */
export const playDisturbed = (story: ChaosStory, disturbance: Disturbance, nth: number): Promise<Disturbed> =>
  onStage(disturbance === 'no answer' ? HANGING : IMPATIENT, async (stage) => {
    await story.before(stage)
    const tasks = await story.event(stage)
    let isStruck = false
    for (const rule of disturbances[disturbance](nth)) {
      const onStrike = (): void => {
        isStruck = true
        if (rule.kind === '401') stage.github.revokeInstallationTokens()
      }
      stage.github.fault({ ...rule, match: () => true, onStrike })
    }
    await workOff(tasks, stage)
    return { isStruck, state: await finalState(stage) }
  })

/** Octokit keeps the requests for tokens of a whole process by this number: stories that play at once need their own. */
let installations = 0

const onStage = async <Result>(
  patience: Patience,
  play: (stage: Stage) => Promise<Result>,
): Promise<Result> => {
  const app = { installationId: ++installations }
  const stage = await openTimedStage(START, { app }, patience)
  try {
    return await play(stage)
  } finally {
    await stage.close()
  }
}

/** Does tasks in order, and the jobs that they ask for, as the queue does. */
export const workOff = async (tasks: Task[], stage: Stage): Promise<void> => {
  for (let next = tasks; next.length > 0; next = followUps(stage)) {
    for (const task of next) await doUntilDone(task, stage)
  }
}

const followUps = (stage: Stage): Task[] => stage.takeFollowUps().map((job) => () => stage.run(job))

/** What failed for good is not done again: the queue puts it aside. */
const doUntilDone = async (task: Task, { github }: Stage): Promise<void> => {
  try {
    await task()
  } catch (error) {
    if (error instanceof PermanentError) return
    if (!(error instanceof RetryableError)) throw error
    github.clearFaults()
    await task()
  }
}
