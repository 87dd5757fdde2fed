import * as z from 'zod'
import { compileGlobs } from './glob.ts'

const error = 'a pattern such as "docs/postmortems/**": at most 200 characters, no parentheses'

/** A glob pattern. Groups in parentheses and ranges in braces, which other programs know, are refused rather than misread. */
export const pattern = z
  .string()
  .trim()
  .regex(/^(?!.*\{[^{},]*\.\.)[^()]{1,200}$/, { error, abort: true })
  .refine((written) => compileGlobs([written]) !== null, { error })
