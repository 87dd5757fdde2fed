import { z } from 'zod'

/**
 * A glob pattern. Matching takes time that grows with the wildcards of one path segment as exponent, and groups in parentheses
 * have no bound at all; so both are limited to what file layouts need.
 */
export const pattern = z
  .string()
  .trim()
  .regex(/^(?!.*(?:\*+[^*/]*){4})(?!(?:.*\*\*){4})[^()]{1,200}$/, {
    error:
      'a pattern such as "docs/postmortems/**": at most 200 characters, no parentheses, at most three * between two slashes',
  })
