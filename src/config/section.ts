import { z } from 'zod'

/**
 * One level of the configuration: a mapping with known keys only, which may be left out as a whole.
 *
 * @param shape the keys, each with its own default
 * @returns a schema whose missing keys and missing whole take the defaults; its error says which keys there are
 */
export function section<Shape extends z.ZodRawShape>(
  shape: Shape,
): z.ZodPrefault<z.ZodObject<Shape, z.core.$strict>> {
  const keys = Object.keys(shape).join(', ')
  const schema = z.strictObject(shape, {
    error: (issue) => (issue.code === 'invalid_type' ? `a mapping with the keys ${keys}` : undefined),
  })
  // Each key of a section has a default, so the empty mapping is always valid input.
  return schema.prefault({} as z.input<typeof schema>)
}
