import * as z from 'zod'

type Section<Shape extends z.ZodRawShape> = z.ZodPrefault<z.ZodPreprocess<z.ZodObject<Shape, z.core.$strict>>>

/**
 * One level of the configuration: a mapping with known keys only. Keys may be left out or be left without value, and so may
 * the whole mapping: the defaults hold then.
 *
 * @param shape the keys, each with its own default
 */
export function section<Shape extends z.ZodRawShape>(shape: Shape): Section<Shape> {
  const keys = Object.keys(shape)
  const mapping = z.strictObject(shape, {
    error: (issue) =>
      issue.code === 'invalid_type' ? `a mapping with the keys ${keys.join(', ')}` : undefined,
  })
  const schema = z.preprocess((value) => withoutEmpty(value, (key) => keys.includes(key)), mapping)
  return schema.prefault({})
}

/** A mapping whose keys the team chooses. A name without value counts as left out. */
export function names<Value extends z.ZodType>(
  value: Value,
): z.ZodPrefault<z.ZodPreprocess<z.ZodRecord<z.ZodString, Value>>> {
  return z
    .preprocess((mapping) => withoutEmpty(mapping, () => true), z.record(z.string(), value))
    .prefault({})
}

function withoutEmpty(value: unknown, mayBeEmpty: (key: string) => boolean): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  return Object.fromEntries(
    Object.entries(value).filter(([key, inner]) => inner !== null || !mayBeEmpty(key)),
  )
}
