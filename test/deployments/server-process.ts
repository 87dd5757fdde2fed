/** The plain server in a process of its own, as `npm start` runs it, but writing as fast as the local GitHub takes it. */
import { createOctokitClass } from '../../src/github/octokit.ts'
import { createExtractor } from '../../src/sandbox/extractor.ts'
import { readEnvironment } from '../../src/server/environment.ts'
import { createLog } from '../../src/server/log.ts'
import { startServer } from '../../src/server/start.ts'

const environment = readEnvironment(process.env, process.cwd())
if (environment.credentials === null) throw new Error('There are no credentials')
const server = await startServer({
  ...environment,
  ...environment.credentials,
  extractor: createExtractor(),
  log: await createLog(environment),
  Octokit: createOctokitClass({ writeIntervalMs: 0 }),
})

const commands = {
  idle: server.idle,
  rollUp: server.rollUp,
  catchUp: () => server.catchUp({ isStart: false }),
  catchUpAtStart: () => server.catchUp({ isStart: true }),
}
export type ServerCommand = keyof typeof commands

process.on('message', (command: ServerCommand) => {
  void commands[command]().then(() => process.send?.('done'))
})
process.send?.(server.webhookUrl)
