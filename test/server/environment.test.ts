import { beforeAll, describe, expect, test } from '@jest/globals'
import { generateKeyPairSync } from 'node:crypto'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { EnvironmentError, readEnvironment, type Environment } from '../../src/server/environment.ts'

const { privateKey } = generateKeyPairSync('rsa', {
  modulusLength: 1024,
  publicKeyEncoding: { type: 'spki', format: 'pem' },
  privateKeyEncoding: { type: 'pkcs1', format: 'pem' },
})

let directory: string
beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), 'followthrough-'))
})

const READY = { APP_ID: '1234', PRIVATE_KEY: privateKey, WEBHOOK_SECRET: 'harbour-lights' }
const read = (env: Record<string, string | undefined>): Environment => readEnvironment(env, directory)

const problemsOf = (env: Record<string, string | undefined>): string[] => {
  try {
    read(env)
  } catch (error) {
    if (error instanceof EnvironmentError) return error.problems
    throw error
  }
  return []
}

test('with the credentials alone, everything else has a default', () => {
  expect(read(READY)).toEqual({
    credentials: { appId: 1234, privateKey, webhookSecret: 'harbour-lights' },
    apiUrl: 'https://api.github.com',
    host: '127.0.0.1',
    port: 3000,
    logLevel: 'info',
    logFormat: 'pretty',
    rollupSchedule: '0 9 * * 1',
    timeZone: 'UTC',
  })
})

test('without any credentials, the app is not registered yet', () => {
  expect(read({ APP_ID: '', WEBHOOK_SECRET: '' }).credentials).toBeNull()
})

test('the private key can be in a file', () => {
  writeFileSync(join(directory, 'key.txt'), privateKey)
  const env = { ...READY, PRIVATE_KEY: undefined, PRIVATE_KEY_PATH: 'key.txt' }
  expect(read(env).credentials?.privateKey).toBe(privateKey)
})

describe("where GitHub's API is", () => {
  test.each<[Record<string, string>, string]>([
    [{ GHE_HOST: 'github.lakeside.example' }, 'https://github.lakeside.example/api/v3'],
    [{ GHE_HOST: 'github.lakeside.example', GHE_PROTOCOL: 'http' }, 'http://github.lakeside.example/api/v3'],
    [{ GHE_HOST: 'unused.example', GITHUB_API_URL: 'http://127.0.0.1:4000' }, 'http://127.0.0.1:4000'],
  ])('%j', (env, expected) => {
    expect(read({ ...READY, ...env }).apiUrl).toBe(expected)
  })
})

describe('the server refuses to start', () => {
  test.each([undefined, '', '  '])('on the webhook secret %j', (secret) => {
    expect(problemsOf({ ...READY, WEBHOOK_SECRET: secret })).toEqual([
      expect.stringContaining('WEBHOOK_SECRET is empty'),
    ])
  })

  test.each<[string, Record<string, string | undefined>, string]>([
    ['a key without an app', { APP_ID: undefined }, 'APP_ID is missing'],
    ['an app without a key', { PRIVATE_KEY: undefined }, 'PRIVATE_KEY or PRIVATE_KEY_PATH is missing'],
    ['a key that is none', { PRIVATE_KEY: 'not a key' }, 'PRIVATE_KEY or PRIVATE_KEY_PATH must give'],
    [
      'a key file that is not there',
      { PRIVATE_KEY: undefined, PRIVATE_KEY_PATH: 'no.pem' },
      'PRIVATE_KEY_PATH must give',
    ],
    ['an app id that is no number', { APP_ID: 'followthrough' }, 'APP_ID must be a number'],
    ['a port that is none', { PORT: '80a' }, 'PORT must be a number'],
    ['an unknown log level', { LOG_LEVEL: 'loud' }, 'LOG_LEVEL must be'],
    ['an address that is none', { GITHUB_API_URL: 'localhost' }, 'GITHUB_API_URL must be an address'],
  ])('on %s', (_, env, problem) => {
    expect(problemsOf({ ...READY, ...env })).toEqual([expect.stringContaining(problem)])
  })

  test('in production without credentials', () => {
    expect(problemsOf({ NODE_ENV: 'production' })).toHaveLength(3)
  })

  test('with all problems at once, and no secret among them', () => {
    const env = { APP_ID: 'secret-id', PRIVATE_KEY: 'secret-key', PORT: 'secret-port' }
    expect(problemsOf(env)).toHaveLength(4)
    expect(() => read(env)).toThrow(expect.not.stringContaining('secret-'))
  })
})
