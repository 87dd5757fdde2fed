import { CreateQueueCommand, GetQueueAttributesCommand, SQSClient } from '@aws-sdk/client-sqs'

type Resources = Record<string, { Type: string; Properties: Record<string, unknown> }>

/** What fauxqs does not know of SQS's attributes; it is about throughput only. */
const LEFT_OUT = ['QueueName', 'DeduplicationScope', 'FifoThroughputLimit']

/**
 * Makes the queues of a CloudFormation template where they are not there yet.
 *
 * @returns their addresses by logical name
 */
export const createQueues = async (resources: Resources): Promise<Record<string, string>> => {
  const client = new SQSClient()
  const urls: Record<string, string> = {}
  const create = async (id: string): Promise<string> => {
    const properties = resources[id]?.Properties ?? {}
    const attributes = Object.entries(properties).filter(([name]) => !LEFT_OUT.includes(name))
    const { QueueUrl = '' } = await client.send(
      new CreateQueueCommand({
        QueueName: String(properties.QueueName),
        Attributes: Object.fromEntries(
          await Promise.all(attributes.map(async ([name, value]) => [name, await written(value)] as const)),
        ),
      }),
    )
    // The host name of the answer needs a DNS of its own.
    const url = new URL(new URL(QueueUrl).pathname, process.env.AWS_ENDPOINT_URL_SQS).href
    urls[id] = url
    return url
  }

  /** An attribute's value as text; a reference to another queue becomes that queue's ARN. */
  const written = async (value: unknown): Promise<string> => {
    if (typeof value !== 'object' || value === null) return String(value)
    const { deadLetterTargetArn: target, maxReceiveCount } = value as {
      deadLetterTargetArn: { 'Fn::GetAtt': string[] }
      maxReceiveCount: number
    }
    const [dead = ''] = target['Fn::GetAtt']
    const { Attributes } = await client.send(
      new GetQueueAttributesCommand({
        QueueUrl: urls[dead] ?? (await create(dead)),
        AttributeNames: ['QueueArn'],
      }),
    )
    return JSON.stringify({ deadLetterTargetArn: Attributes?.QueueArn, maxReceiveCount })
  }

  for (const [id, { Type }] of Object.entries(resources))
    if (Type === 'AWS::SQS::Queue' && urls[id] === undefined) await create(id)
  client.destroy()
  return urls
}
