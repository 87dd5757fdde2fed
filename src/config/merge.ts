/**
 * Lays the repository's file over the owner's, by the rule of JSON Merge Patch (RFC 7396): mappings merge key by key, `people`
 * among them; lists and single values replace; an empty value (`null`) takes out what the owner's file says, so that the
 * default holds again.
 *
 * @returns the merged data, without empty values in mappings
 */
export function mergeOver(below: unknown, above: unknown): unknown {
  if (!isMapping(above)) return above
  const merged = new Map(Object.entries(isMapping(below) ? below : {}))
  for (const [key, value] of Object.entries(above)) {
    if (value === null) merged.delete(key)
    else merged.set(key, mergeOver(merged.get(key), value))
  }
  return Object.fromEntries(merged)
}

function isMapping(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
