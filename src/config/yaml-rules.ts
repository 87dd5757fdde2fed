import { isScalar, visit, type Document, type Node, type YAMLMap } from 'yaml'

/** What is wrong at an offset of a YAML text; see {@link ConfigProblem} for the wording of the texts. */
export interface YamlFault {
  offset: number
  message: string
  expected: string
}

/**
 * The features of YAML that make a file mean something else than it shows: aliases, tags, and a key that stands twice.
 * Unquoted patterns are the usual way into them: `**` begins an alias, `!drafts` a tag.
 */
export function faultsOf(document: Document): YamlFault[] {
  const faults: YamlFault[] = []
  visit(document, {
    Alias(_, alias) {
      faults.push({
        offset: offsetOf(alias),
        message: `*${alias.source} without quotes is a YAML alias`,
        expected: `the value itself, in quotes where it starts with *: "*${alias.source}"`,
      })
    },
    Value(_, value) {
      if (value.tag === undefined) return
      faults.push({
        offset: offsetOf(value),
        message: `${value.tag} without quotes is a YAML tag`,
        expected: 'a value without tag, in quotes where it starts with !',
      })
    },
    Map(_, map) {
      faults.push(...repeatedKeys(map))
    },
  })
  return faults
}

function repeatedKeys(map: YAMLMap): YamlFault[] {
  const seen = new Set<unknown>()
  return map.items.flatMap(({ key }) => {
    if (!isScalar(key)) return []
    if (!seen.has(key.value)) {
      seen.add(key.value)
      return []
    }
    return [
      { offset: offsetOf(key), message: `${String(key.value)} stands here twice`, expected: 'each key once' },
    ]
  })
}

/** @returns the offset of the node's first character */
export function offsetOf(node: Node): number {
  return node.range?.[0] ?? 0
}
