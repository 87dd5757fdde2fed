import { afterAll, afterEach, beforeAll } from '@jest/globals'
import nock from 'nock'
import { createGitHub } from '../../src/github/index.ts'
import { createOctokitClass } from '../../src/github/octokit.ts'
import type { GitHub } from '../../src/jobs/ports.ts'
import { objectionsToRequest } from './request-objections.ts'

export const HARBOUR = { owner: 'lakeside-cargo', repo: 'harbour' }
export const BOT = 'followthrough[bot]'
export const API = 'https://api.github.com'
export const PATH = '/repos/lakeside-cargo/harbour'

/** What GitHub would object to in the requests of the present test. */
const requestObjections: string[] = []

const checkedFetch: typeof fetch = (input, init) => {
  requestObjections.push(...objectionsToRequest(input, init))
  return fetch(input, init)
}

/**
 * Answers requests to GitHub in a test file: unexpected and unused ones fail the test, and those that GitHub's own
 * descriptions of its APIs do not know.
 */
export const useNock = (): void => {
  beforeAll(() => {
    nock.disableNetConnect()
  })
  afterEach(() => {
    const unused = nock.pendingMocks()
    nock.cleanAll()
    const objections = requestObjections.splice(0)
    if (objections.length > 0) throw new Error(`GitHub knows no such request:\n${objections.join('\n')}`)
    if (unused.length > 0) throw new Error(`Never requested: ${unused.join(', ')}`)
  })
  afterAll(() => {
    nock.restore()
  })
}

/** The GitHub port over an Octokit as the app builds it, without the pauses between writes and attempts. */
export const createNockedGitHub = (): GitHub => {
  const Octokit = createOctokitClass({ writeIntervalMs: 0 })
  const client = new Octokit({
    auth: { token: 'installation-token' },
    retry: { retryAfterBaseValue: 0 },
    // The rest comes from the defaults of the class.
    throttle: { retryAfterBaseValue: 0 } as never,
    request: { fetch: checkedFetch },
    log: { debug: ignore, info: ignore, warn: ignore, error: ignore },
  })
  return createGitHub(client, { botLogin: BOT })
}

const ignore = (): void => undefined

/** An issue as GitHub's REST API gives it, as far as it is read. */
export const restIssue = (number: number, fields: object = {}): Record<string, unknown> => ({
  number,
  title: `Item ${number}`,
  body: 'What to do',
  state: 'open',
  state_reason: null,
  user: { login: BOT, type: 'Bot' },
  labels: [{ name: 'postmortem' }],
  assignees: [{ login: 'mira' }],
  created_at: '2026-11-03T13:21:07Z',
  closed_at: null,
  html_url: `https://github.com${PATH.slice(6)}/issues/${number}`,
  repository_url: `${API}${PATH}`,
  ...fields,
})
