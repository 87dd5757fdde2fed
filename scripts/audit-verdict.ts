/** What `npm audit --json` says, put into a sentence. */
export interface Verdict {
  isBad: boolean
  words: string
}

/** The parts that are read of the report, and of the error that stands in its place where the registry answers none. */
interface Report {
  vulnerabilities?: Record<string, { severity: string; range: string }>
  message?: string
}

const GRAVE = ['high', 'critical']

/**
 * @param output of `npm audit --omit=dev --json`; empty where it gave none
 * @returns a bad verdict for a grave vulnerability only: an advisory service that cannot be asked stops nobody's work
 */
export const verdictOf = (output: string): Verdict => {
  const { vulnerabilities, message } = JSON.parse(output || '{}') as Report
  if (vulnerabilities === undefined) {
    const words = `The registry could not be asked for known vulnerabilities: ${message ?? 'no reason given'}`
    return { isBad: false, words }
  }
  const found = Object.entries(vulnerabilities).map(([name, { severity, range }]) => ({
    name,
    severity,
    range,
  }))
  const grave = found.filter(({ severity }) => GRAVE.includes(severity))
  const list = grave.map(({ name, severity, range }) => `\n- ${name} ${range}: ${severity}`).join('')
  return {
    isBad: grave.length > 0,
    words: `Known vulnerabilities in what runs in production: ${found.length}, grave ones: ${grave.length}${list}`,
  }
}
