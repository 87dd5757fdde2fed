import { buildApp } from 'fauxqs'
import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { json } from 'node:stream/consumers'

/** The parts of AWS that the functions talk to, on this machine. */
export interface LocalAws {
  /** What the AWS SDK reads: addresses, a region, and credentials that nobody checks. */
  env: Record<string, string>
  close: () => Promise<void>
}

/**
 * Starts SQS and Parameter Store on this machine.
 *
 * @param parameters values by name
 */
export const startLocalAws = async (parameters: Record<string, string>): Promise<LocalAws> => {
  const sqs = buildApp({ logger: false })
  const queueUrl = await sqs.listen({ host: '127.0.0.1', port: 0 })
  const ssm = createParameterStore(parameters).listen(0, '127.0.0.1')
  await once(ssm, 'listening')
  return {
    env: {
      AWS_ENDPOINT_URL_SQS: queueUrl,
      AWS_ENDPOINT_URL_SSM: `http://127.0.0.1:${(ssm.address() as AddressInfo).port}`,
      AWS_REGION: 'us-east-1',
      AWS_ACCESS_KEY_ID: 'local',
      AWS_SECRET_ACCESS_KEY: 'local',
    },
    async close() {
      ssm.closeAllConnections()
      ssm.close()
      await sqs.close()
    },
  }
}

/**
 * `GetParameters` and nothing else of Parameter Store. Access rights are not checked here, on AWS they are.
 *
 * @see https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_GetParameters.html
 */
const createParameterStore = (parameters: Record<string, string>): Server =>
  createServer((request, response) => {
    void json(request).then((body) => {
      const { Names: names } = body as { Names: string[] }
      const answer = {
        Parameters: names
          .filter((name) => name in parameters)
          .map((Name) => ({ Name, Type: 'SecureString', Value: parameters[Name], Version: 1 })),
        InvalidParameters: names.filter((name) => !(name in parameters)),
      }
      response.writeHead(200, { 'content-type': 'application/x-amz-json-1.1' }).end(JSON.stringify(answer))
    })
  })
