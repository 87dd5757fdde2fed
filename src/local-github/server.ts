import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { failure, type ApiResponse } from './api.ts'
import { appPrivateKey, startEmulator } from './emulator.ts'
import { createFaults, type FaultRule } from './faults.ts'
import { createGitHub } from './github.ts'
import { queryViolationOf } from './graphql/endpoint.ts'
import { answer, receive } from './http.ts'
import { violationOf } from './openapi/violation.ts'
import { worldOf, type LocalGitHubOptions } from './options.ts'
import { createRateLimits, documentedLimits } from './rate-limits.ts'
import { createRecorder, type RecordedRequest } from './recorder.ts'
import { botLogin } from './repairs/tokens.ts'
import { createDeliveries, type Delivery } from './webhooks/deliveries.ts'

export type { LocalGitHubOptions }

export interface LocalGitHub {
  /** Where people look: `${url}/acme/shop/issues/1`. */
  url: string
  /** What Octokit and Probot take as `baseUrl`. */
  apiUrl: string
  owner: string
  repo: string
  appId: number
  privateKey: string
  webhookSecret: string
  installationId: number
  botLogin: string
  /** Requests that arrived over the network, in order. */
  requests: () => RecordedRequest[]
  clearRequests: () => void
  clearFaults: () => void
  fault: (rule: FaultRule) => void
  /** Webhooks in the order of their effects. */
  deliveries: Delivery[]
  redeliver: (delivery: Delivery) => Promise<void>
  /** Sends webhooks to this address from now on. */
  connect: (webhookUrl: string | null) => void
  /** Waits until every webhook under way was answered. */
  settled: () => Promise<void>
  /** Every installation token issued so far stops working. */
  revokeInstallationTokens: () => void
  /** A token of this person, or of the app's installation for the bot. */
  tokenFor: (login: string) => Promise<string>
  /** One request in process, as this person: neither recorded nor struck by faults. */
  as: (login: string, call: string, body?: unknown) => Promise<ApiResponse>
  /** Back to how everything was at the start; the app stays connected. */
  reset: () => Promise<void>
  /**
   * Ends it all.
   *
   * @throws where a request arrived that GitHub would not accept, so that the test fails whatever became of its answer
   */
  close: () => Promise<void>
}

const listen = async (server: Server, port: number): Promise<string> => {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(port, '127.0.0.1', resolve)
  })
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

/**
 * Starts a GitHub on this machine: REST, GraphQL, webhooks and pages, with one organization that installed the app.
 *
 * @throws where the port is taken
 */
export const startLocalGitHub = async (options: LocalGitHubOptions = {}): Promise<LocalGitHub> => {
  const world = worldOf(options)
  const webhookSecret = options.webhookSecret ?? 'local-webhook-secret'
  const recorder = createRecorder()
  const faults = createFaults()
  const limits = createRateLimits(
    options.limits === 'documented' ? documentedLimits : (options.limits ?? null),
    options.now ?? (() => new Date()),
  )
  const violations: string[] = []
  const deliveries = createDeliveries(world, webhookSecret)
  deliveries.connect(options.webhookUrl ?? null)
  for (const rule of options.faults ?? []) faults.add(rule)

  const serve = async (message: IncomingMessage, response: ServerResponse): Promise<void> => {
    const request = await receive(message)
    const record = recorder.record(request, github.actorOf(request.token))
    const violation =
      options.anyRequest === true ? null : (violationOf(request) ?? (await queryViolationOf(request)))
    if (violation !== null) {
      violations.push(violation)
      record.status = 400
      answer(response, failure(400, `GitHub knows no such request: ${violation}`))
      return
    }
    const outcome = await faults.run(request, () => {
      const refusal = limits.admit(request, record.actor)
      return refusal ? Promise.resolve(refusal) : github.handle(request)
    })
    if (outcome === 'hang') return
    if (outcome === 'drop') {
      response.destroy()
      return
    }
    record.status = outcome.answer.status
    answer(response, limits.stamp(outcome.answer, record.actor))
  }
  const server = createServer((message, response) => {
    serve(message, response).catch(() => response.destroy())
  })
  const url = await listen(server, options.port ?? 0)
  const emulator = await startEmulator(world, url)
  const github = createGitHub({
    world,
    url,
    emulator,
    deliveries,
    ...(options.now && { now: options.now }),
  })
  await github.populate()

  return {
    url,
    apiUrl: url,
    owner: world.owner,
    repo: options.repo ?? 'shop',
    appId: world.app.id,
    privateKey: appPrivateKey(),
    webhookSecret,
    installationId: world.app.installationId,
    botLogin: botLogin(world),
    requests: recorder.all,
    clearRequests: recorder.clear,
    clearFaults: faults.clear,
    fault: faults.add,
    deliveries: deliveries.all,
    redeliver: deliveries.redeliver,
    connect: deliveries.connect,
    settled: deliveries.settled,
    revokeInstallationTokens: () => {
      github.revokeInstallationTokens()
    },
    tokenFor: (login) => github.tokenFor(login),
    as: (login, call, body) => github.as(login, call, body),
    reset: async () => {
      await deliveries.settled()
      await github.reset()
      deliveries.clear()
      recorder.clear()
      faults.clear()
      limits.clear()
    },
    close: async () => {
      deliveries.abandon()
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
      await emulator.close()
      if (violations.length > 0) throw new Error(`GitHub knows no such request:\n${violations.join('\n')}`)
    },
  }
}
