import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)

export interface Statement {
  Action: string | string[]
  Resource: unknown
}

/** What a resource is made of; named are the parts that the tests go into. */
export type Properties = Record<string, unknown> & {
  Policies?: { PolicyDocument: { Statement: Statement[] } }[]
  Environment?: { Variables: Record<string, unknown> }
}

export interface Template {
  propertiesOf: (name: string) => Properties
  /** The resources of a type, by name. */
  ofType: (type: string) => [name: string, Properties][]
}

/** Does what `npm run package` does, into a folder of its own, and reads the CloudFormation template that it makes. */
export const packageTemplate = async (): Promise<Template> => {
  const folder = await mkdtemp(join(tmpdir(), 'followthrough-template-'))
  // No credentials: what is not in this environment cannot be used.
  const env = { PATH: process.env.PATH, HOME: folder, SLS_TELEMETRY_DISABLED: '1' }
  await run(process.execPath, ['scripts/bundle-lambda.ts'], { env })
  await run(process.execPath, ['node_modules/serverless/bin/serverless.js', 'package', '--package', folder], {
    env,
  })
  const text = await readFile(join(folder, 'cloudformation-template-update-stack.json'), 'utf8')
  await rm(folder, { recursive: true })
  const { Resources: resources } = JSON.parse(text) as {
    Resources: Record<string, { Type: string; Properties: Properties }>
  }
  return {
    propertiesOf(name) {
      const resource = resources[name]
      if (!resource) throw new Error(`The template has no ${name}`)
      return resource.Properties
    },
    ofType: (type) =>
      Object.entries(resources)
        .filter(([, resource]) => resource.Type === type)
        .map(([name, { Properties: properties }]) => [name, properties]),
  }
}
