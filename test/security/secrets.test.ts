import { execFile } from 'node:child_process'
import { createSign } from 'node:crypto'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { FaultKind } from '../../src/local-github/faults.ts'
import { startLocalGitHub, type LocalGitHub } from '../../src/local-github/server.ts'
import { createStory } from '../../src/local-github/story.ts'
import type { Deployment } from '../deployments/deployment.ts'
import { openServer } from '../deployments/server.ts'
import { hear } from '../output/heard.ts'
import { secretsIn } from '../output/secrets.ts'
import { watchOutput } from '../output/watch.ts'
import { mergeFiles } from '../stage.ts'

// That no test of the whole suite makes anybody write a secret is looked after by `test/output/setup.ts`.

let github: LocalGitHub
let server: Deployment | undefined
beforeAll(async () => {
  github = await startLocalGitHub()
})
afterAll(async () => {
  await server?.close()
  await github.close()
})

const appToken = (privateKey: string): string => {
  const content = ['{"alg":"RS256","typ":"JWT"}', '{"iss":"1001"}'].map((part) =>
    Buffer.from(part).toString('base64url'),
  )
  const signature = createSign('RSA-SHA256').update(content.join('.')).sign(privateKey, 'base64url')
  return [...content, signature].join('.')
}

test('every secret of the tests is known for one wherever it is written', async () => {
  const keyLines = github.privateKey.trim().split('\n')
  expect(secretsIn(`secret: ${github.webhookSecret}`)).toEqual(['the webhook secret'])
  expect(secretsIn(JSON.stringify({ key: github.privateKey }))).toEqual(['the private key'])
  expect(secretsIn(keyLines.slice(1, -1).join(''))).toEqual(['the private key'])
  expect(secretsIn(appToken(github.privateKey))).toEqual(['a token of the app'])
  expect(secretsIn(await github.tokenFor(github.botLogin))).toEqual(['the token of an installation'])
  expect(secretsIn(await github.tokenFor('maya'))).toEqual(['the token of a person'])
  expect(secretsIn('Followthrough receives webhooks')).toEqual([])
})

test('what this process, a child process and a logger write is all heard', async () => {
  const watch = watchOutput()
  process.stderr.write('')
  const script = 'console.log("from a child"); console.error("its errors")'
  const { stdout } = await promisify(execFile)(process.execPath, ['--eval', script])
  hear('from a logger')
  watch.stop()
  hear('too late')
  expect(stdout).toBe('from a child\n')
  expect(
    watch
      .texts()
      .filter((text) => text !== '')
      .sort(),
  ).toEqual(['from a child\n', 'from a logger', 'its errors\n'])
})

test('no secret and no token reaches the log or GitHub, whatever goes wrong and however much is logged', async () => {
  server = await openServer(github, { LOG_LEVEL: 'trace' })
  const story = createStory(github)
  github.connect(server.webhookUrl())
  const kinds: FaultKind[] = ['401', '403', '502-after', 'drop-before']
  for (const kind of kinds) {
    const path = `postmortems/struck-by-${kind}.md`
    const match = ({ body }: { body?: unknown }): boolean => JSON.stringify(body ?? '').includes(`/${path})`)
    github.fault({ kind, match })
    await mergeFiles(story, { [path]: '# Outage\n\n## Action items\n\n- Replace the fuse\n' })
  }
  await github.settled()
  await server.drained()

  const bodies = github.requests().map(({ body }) => JSON.stringify(body))
  const log = server.log()
  expect(log.includes('"level":20')).toBe(true)
  expect(log.match(/The job failed/g)?.length).toBeGreaterThanOrEqual(2)
  expect(secretsIn(log)).toEqual([])
  expect(secretsIn(bodies.join('\n'))).toEqual([])
}, 60_000)
