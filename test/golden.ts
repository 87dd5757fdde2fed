import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, relative, resolve } from 'node:path'
import { expect } from '@jest/globals'

/**
 * Compares a text with the file that holds what is expected. A missing file fails: nothing passes that nobody
 * has read. `UPDATE_GOLDEN=1` writes the files, to be reviewed in the diff.
 *
 * @param file from the root of the project, for example `test/render/golden/status-open.md`
 */
export function expectGolden(file: string, text: string): void {
  const path = resolve(import.meta.dirname, '..', file)
  const actual = `${text.trimEnd()}\n`
  if (process.env['UPDATE_GOLDEN'] === '1') {
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, actual)
  }
  const update = `UPDATE_GOLDEN=1 npm run jest -- ${relative('.', dirname(dirname(file)))}`
  if (!existsSync(path)) throw new Error(`${file} does not exist. Write it with: ${update}`)
  try {
    expect(actual).toBe(readFileSync(path, 'utf8'))
  } catch (difference) {
    if (difference instanceof Error) difference.message += `\n\nIf the new text is right: ${update}`
    throw difference
  }
}
