import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'

/**
 * What a file under `test/` says a text must be. Nothing passes that nobody has read: a missing file is an
 * error, which names the command that writes it. With `UPDATE_GOLDEN=1` all files are written, to be reviewed in
 * the diff.
 *
 * @param file below `test/`, for example `render/golden/status-finished.md`
 * @param actual the text to write when updating
 * @returns the expected text, without its last line feed
 */
export function golden(file: string, actual: string): string {
  const path = resolve(import.meta.dirname, file)
  if (process.env['UPDATE_GOLDEN'] === '1') {
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, `${actual}\n`)
  }
  if (!existsSync(path)) {
    const suite = dirname(dirname(file))
    throw new Error(`test/${file} is missing. Write it with: UPDATE_GOLDEN=1 npm run jest -- test/${suite}`)
  }
  return readFileSync(path, 'utf8').replace(/\n$/, '')
}
