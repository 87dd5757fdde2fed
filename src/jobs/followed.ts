import { postmortemMatcher } from '../config/paths.ts'
import type { Config } from '../config/schema.ts'

/**
 * Makes the function that gives the configuration which holds for a postmortem. One that the configuration does not name any
 * more stays followed as long as it has issues; only nothing new is filed from it.
 */
export const configurations = (config: Config): ((path: string) => Config) => {
  const isNamed = postmortemMatcher(config)
  const followedOnly = { ...config, file: { tasks: false, improvements: false } }
  return (path) => (isNamed(path) ? config : followedOnly)
}
