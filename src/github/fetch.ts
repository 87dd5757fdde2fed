/** GitHub itself gives up a request after 10 seconds. */
const TIMEOUT_MS = 20_000

/**
 * `fetch` that gives up: Octokit sets no deadline of its own. The body belongs to the request as well: Octokit
 * takes a body that breaks off for an empty one, and an empty list of issues would open all of them again.
 *
 * @param timeoutMs from the start of the request to the end of the answer's body
 */
export const createFetch =
  (timeoutMs: number = TIMEOUT_MS): typeof fetch =>
  async (input, init) => {
    const deadline = AbortSignal.timeout(timeoutMs)
    const signal = init?.signal ? AbortSignal.any([init.signal, deadline]) : deadline
    const response = await fetch(input, { ...init, signal })
    await response.clone().arrayBuffer()
    return response
  }
