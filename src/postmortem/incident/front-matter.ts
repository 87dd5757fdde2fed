import type { Root } from 'mdast'

const entry = /^([A-Za-z][\w -]*?)\s*[:=]\s*(\S.*)$/

/**
 * The plain entries of a document's front matter, YAML or TOML, by key in lower case.
 *
 * Only lines that hold a key and a value on the left margin are read: that is where title, date and severity stand,
 * and unlike a parser of either language it cannot fail on what a stranger wrote.
 */
export function readFrontMatter(root: Root): ReadonlyMap<string, string> {
  const [first] = root.children
  const entries = new Map<string, string>()
  if (first?.type !== 'yaml' && (first?.type as string | undefined) !== 'toml') return entries
  for (const line of (first as { value: string }).value.split('\n')) {
    const [, key, value = ''] = entry.exec(line.slice(0, 500)) ?? []
    const plain = unquote(value.trim())
    if (key !== undefined && plain !== '') entries.set(key.toLowerCase().replaceAll('-', '_'), plain)
  }
  return entries
}

function unquote(value: string): string {
  const quoted = /^(["'])(.*)\1(?:\s+#.*)?$/.exec(value)
  return quoted?.[2] ?? value.replace(/\s#.*$/, '').replace(/^[>|[{][-+]?$/, '')
}
