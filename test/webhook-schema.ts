import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import Ajv from 'ajv'

/** The published schema is older than some fields that GitHub sends today: more than it knows is no fault. */
const open = (key: string, value: unknown): unknown =>
  key === 'additionalProperties' && value === false ? undefined : value

/** The schema is known to be one, and checking that takes longer than all payloads. */
const OPTIONS = {
  strict: false,
  allErrors: true,
  validateFormats: false,
  validateSchema: false,
  inlineRefs: false,
}

const load = () => {
  const path = createRequire(import.meta.url).resolve('@octokit/webhooks-schemas')
  const { definitions } = JSON.parse(readFileSync(path, 'utf8'), open) as { definitions: object }
  return new Ajv.default(OPTIONS).addSchema({ definitions }, 'webhooks')
}

let webhooks: ReturnType<typeof load> | undefined

/**
 * What GitHub's published schema of webhooks objects to in a payload; nothing where GitHub could have sent it.
 *
 * @param event its name with the action: `issues.closed`
 * @see https://github.com/octokit/webhooks
 */
export const objectionsToPayload = (event: string, payload: unknown): string[] => {
  webhooks ??= load()
  const [name = '', action = 'event'] = event.split('.')
  const validate = webhooks.getSchema(`webhooks#/definitions/${name}$${action}`)
  if (validate === undefined) return [`GitHub knows no event ${event}`]
  void validate(payload)
  return (validate.errors ?? []).map(({ instancePath, message = '' }) => `${instancePath} ${message}`)
}
