import { readIfThere, type Core } from '../core.ts'

/**
 * Makes the function that tells whether a number is a pull request's, which never changes.
 *
 * @returns takes an API path: `/repos/acme/shop/issues/3`
 */
export const createIsPull = ({ emulator }: Core): ((issuePath: string) => Promise<boolean>) => {
  const pulls = new Map<string, boolean>()
  return async (issuePath) => {
    const path = issuePath.replace('/issues/', '/pulls/')
    const known =
      pulls.get(path) ?? (await readIfThere(emulator.send, `GET ${path}`, emulator.rootToken())) !== null
    pulls.set(path, known)
    return known
  }
}
