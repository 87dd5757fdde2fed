import { getParametersByName } from '@aws-lambda-powertools/parameters/ssm'

/** A secret that was changed is in use everywhere after so many seconds. */
const MAX_AGE_SECONDS = 300

/**
 * Reads secrets from SSM Parameter Store; for some minutes from memory after that.
 *
 * @param path of the parameters, without a slash at the end
 * @throws where one is missing or empty, or may not be read; the message holds no value
 */
export const readSecrets = async <Name extends string>(
  path: string,
  names: readonly Name[],
): Promise<Record<Name, string>> => {
  const values = await getParametersByName<string>(
    Object.fromEntries(names.map((name) => [`${path}/${name}`, {}])),
    { decrypt: true, maxAge: MAX_AGE_SECONDS },
  )
  const secrets = names.map((name) => [name, values[`${path}/${name}`]?.trim() ?? ''] as const)
  const missing = secrets.filter(([, value]) => value === '').map(([name]) => `${path}/${name}`)
  if (missing.length > 0) throw new Error(`Parameter Store has no value at ${missing.join(', ')}.`)
  return Object.fromEntries(secrets) as Record<Name, string>
}
