import { randomInt } from 'node:crypto'
import { once } from 'node:events'
import { createServer } from 'node:net'

/**
 * Systems give the ports above to connections that go out (Linux from 32768 on, others from 49152): one of those would often
 * be taken before its server listens.
 */
const PORTS = { from: 10_000, to: 32_768 }

/** A port that nobody listens on now. Probot's server takes 0 for its default, not for any free port. */
export const freePort = async (host: string): Promise<number> => {
  const port = randomInt(PORTS.from, PORTS.to)
  const probe = createServer().listen(port, host)
  try {
    await once(probe, 'listening')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EADDRINUSE') return freePort(host)
    throw error
  }
  probe.close()
  await once(probe, 'close')
  return port
}
