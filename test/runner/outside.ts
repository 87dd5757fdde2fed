/**
 * Lets tests share what they test against. Jest evaluates every module anew for every test file, which for the local
 * GitHub costs more than most files' tests: the emulator, GitHub's schemas, code that V8 has yet to compile. So it is
 * loaded by Node itself, once in each of Jest's processes, and the modules of a test file only hand it on. It keeps
 * nothing from one local GitHub to the next, and the application reaches it as it reaches GitHub: over HTTP.
 */
import type { SyncTransformer } from '@jest/transform'
import { createHash } from 'node:crypto'
import { createRequire } from 'node:module'

const requireOutside = createRequire(import.meta.url)

const outside: SyncTransformer = {
  process: (_source, path) => {
    const names = Object.keys(requireOutside(path) as object)
    return { code: `export const { ${names.join(', ')} } = requireOutside(${JSON.stringify(path)})` }
  },
  getCacheKey: (source, path) => createHash('sha256').update(path).update(source).digest('hex'),
}

export default outside
