import type { z } from 'zod'

const kinds: Record<string, string> = {
  array: 'a list',
  boolean: 'true or false',
  object: 'a mapping',
  record: 'a mapping of names to values',
  string: 'a text',
}

/**
 * What the schema wants where a value does not fit, for kinds of values whose schema has no words of its own.
 *
 * @returns words that complete "Expected …"; undefined leaves the words to zod
 */
export function expectedInsteadOf(issue: z.core.$ZodRawIssue): string | undefined {
  switch (issue.code) {
    case 'invalid_type':
      return kinds[issue.expected]
    case 'invalid_value':
      return `one of ${issue.values.map(String).join(', ')}`
    default:
      return undefined
  }
}
