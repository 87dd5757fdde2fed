import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { readFileSync } from 'node:fs'
import { writeFiles, type Folder } from './files.ts'
import { runCli, type CliRun } from './run-cli.ts'

let files: Folder
beforeAll(async () => {
  files = await writeFiles({
    'docs/guide.md': '# Guide\n',
    'escape.yml': '"a\\e[2Jb": 1\n',
    'strict.yml': 'require: [no-owner]\n',
    'wrong.yml': 'requires: [no-owner]\ndue: {default: soon}\n',
  })
})
afterAll(() => files.remove())

describe('followthrough config check', () => {
  const check = (...args: string[]): Promise<CliRun> => runCli(['config', 'check', ...args], files.path)

  test.each([
    ['a file in order', ['strict.yml'], 0, '✓ strict.yml can be used.\n'],
    ['no file at all', [], 0, '✓ .github/followthrough.yml does not exist here: the defaults hold.\n'],
    [
      'a file with mistakes',
      ['wrong.yml'],
      1,
      expect.stringMatching(
        /^wrong\.yml:1:1: requires is not a known key \(did you mean require\?\)\. Expected one of .*\nwrong\.yml:2:16: due\.default is "soon"\. Expected a whole number of days from 1 to 3650\.\n$/,
      ),
    ],
  ])('%s', async (_, args, exitCode, stdout) => {
    expect(await check(...args)).toEqual({ exitCode, stdout, stderr: '' })
  })

  test('a key that would take over the terminal', async () => {
    const { stdout } = await check('escape.yml')
    expect(stdout).toMatch(/^escape\.yml:1:1: a \[2Jb is not a known key/)
  })

  test('a folder', async () => {
    expect(await check('docs')).toMatchObject({ exitCode: 1, stderr: 'docs: It is a folder, not a file.\n' })
  })

  test('a file that was named but is not there', async () => {
    expect(await check('no.yml')).toEqual({
      exitCode: 1,
      stdout: '',
      stderr: 'no.yml: The file does not exist.\n',
    })
  })
})

test('followthrough config schema prints what is published', async () => {
  const published = readFileSync(new URL('../../schema/followthrough.schema.json', import.meta.url), 'utf8')
  const { stdout } = await runCli(['config', 'schema'], files.path)
  expect(JSON.parse(stdout)).toEqual(JSON.parse(published))
})
