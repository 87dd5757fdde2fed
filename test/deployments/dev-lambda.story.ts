import { afterAll, expect, test } from '@jest/globals'
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import { bundle } from '../bundle.ts'

let running: ChildProcess | undefined
afterAll(() => {
  running?.kill()
})

test('`npm run dev:lambda` shows what comes of a postmortem that is merged, and of the week after', async () => {
  await bundle()
  const dev = spawn(process.execPath, ['scripts/dev-lambda.ts', '--port', '0'])
  running = dev
  let output = ''
  dev.stdout.on('data', (data: Buffer) => (output += data.toString()))
  while (!output.includes('quit')) await once(dev.stdout, 'data')
  const [page = ''] = /http:\S+\/pull\/\d+/.exec(output) ?? []
  const pageWith = async (text: string): Promise<string> => {
    for (;;) {
      const shown = await (await fetch(page)).text()
      if (shown.includes(text)) return shown
      await sleep(100)
    }
  }

  dev.stdin.write('merge\n')
  expect(await pageWith('0 of 2 done')).toContain('Limit retries of the payment client')
  dev.stdin.write('week\n')
  expect(await pageWith('In the last seven days')).toContain('2 items added')
  const ended = once(dev, 'exit')
  dev.stdin.write('quit\n')
  expect(await ended).toEqual([0, null])
}, 180_000)
