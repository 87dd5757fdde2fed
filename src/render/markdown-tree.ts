import { fromHtml } from 'hast-util-from-html'
import { toText } from 'hast-util-to-text'
import type { Code, ListItem, Nodes, Parents, PhrasingContent, Root, RootContent } from 'mdast'
import { toString } from 'mdast-util-to-string'
import { breakComments, defuse, guardBeforeLink } from './defuse.ts'

/** Code that GitHub draws or offers to apply: https://docs.github.com/get-started/writing-on-github */
const drawn = new Set(['mermaid', 'geojson', 'topojson', 'stl', 'math', 'suggestion'])
const plainLanguage = /^[\w+#.-]{1,30}$/
const safeProtocols = new Set(['http:', 'https:', 'mailto:'])
/** What can hold blocks. */
const containers = new Set<Nodes['type']>(['root', 'blockquote', 'listItem', 'footnoteDefinition'])

/** Takes everything out of a tree of untrusted Markdown that acts instead of being read. Changes the tree in place. */
export function defuseTree(tree: Root, baseUrl: string | undefined): Root {
  const defuseChildren = (parent: Parents, inLink: boolean): void => {
    // Each rule gives nodes of the kind that it got, blocks for a block and phrasing for phrasing.
    parent.children = guardLinks(parent.children.flatMap((node) => replacement(node, parent, inLink)))
  }

  const replacement = (node: RootContent, parent: Parents, inLink: boolean): RootContent[] => {
    if ('children' in node) defuseChildren(node, inLink || node.type === 'link')
    switch (node.type) {
      case 'text':
        return plainText(node.value)
      case 'inlineCode':
        return [{ ...node, value: breakComments(node.value) }]
      case 'code':
        return [safeCode(node)]
      case 'html':
        return containers.has(parent.type) ? paragraphsOf(node.value) : plainText(textOfHtml(node.value))
      case 'heading':
        return [{ type: 'paragraph', children: [{ type: 'strong', children: node.children }] }]
      case 'listItem':
        return [withCheckSign(node)]
      case 'link':
        return linkTo(node.url, node.children)
      case 'image':
        return inLink ? plainText(node.alt ?? '') : linkTo(node.url, plainText(node.alt ?? ''))
      case 'imageReference':
        return plainText(node.alt ?? '')
      case 'linkReference':
        return node.children
      case 'thematicBreak':
      case 'definition':
      case 'footnoteReference':
      case 'footnoteDefinition':
      case 'yaml':
        return []
      default:
        return [node]
    }
  }

  const linkTo = (url: string, children: PhrasingContent[]): PhrasingContent[] => {
    const address = URL.parse(url, baseUrl)
    if (!address || !safeProtocols.has(address.protocol)) return children
    const shown: PhrasingContent[] =
      toString(children).trim() === '' ? [{ type: 'text', value: 'link' }] : children
    return [{ type: 'link', url: address.href.replaceAll('<', '%3C'), children: shown }]
  }

  defuseChildren(tree, false)
  return tree
}

/** More than a closing keyword has. */
const KEPT = 20

function guardLinks(nodes: RootContent[]): RootContent[] {
  let before = ''
  return nodes.flatMap((node) => {
    const guard = node.type === 'link' ? guardBeforeLink(before) : ''
    before = (before + toString(node)).replace(/\s+/g, ' ').slice(-KEPT)
    return guard === '' ? [node] : [{ type: 'text', value: guard }, node]
  })
}

/** Plain text, with each dollar sign in a span of its own: GitHub reads `$…$` as a formula. */
const plainText = (text: string): (PhrasingContent & RootContent)[] =>
  defuse(text)
    .split(/(\$)/)
    .filter((part) => part !== '')
    .map((part) => (part === '$' ? { type: 'html', value: '<span>$</span>' } : { type: 'text', value: part }))

const safeCode = (node: Code): Code => {
  const language = node.lang?.toLowerCase() ?? ''
  const isPlain = plainLanguage.test(language) && !drawn.has(language)
  return { type: 'code', lang: isPlain ? language : null, value: breakComments(node.value) }
}

const textOfHtml = (html: string): string => toText(fromHtml(html, { fragment: true }))

const paragraphsOf = (html: string): RootContent[] =>
  textOfHtml(html)
    .split(/\n\s*\n/)
    .map((text) => text.trim())
    .filter((text) => text !== '')
    .map((text) => ({ type: 'paragraph', children: plainText(text) }))

function withCheckSign(item: ListItem): ListItem {
  if (typeof item.checked !== 'boolean') return item
  const sign: PhrasingContent = { type: 'text', value: item.checked ? '☑ ' : '☐ ' }
  const [first, ...rest] = item.children
  const children: ListItem['children'] =
    first?.type === 'paragraph'
      ? [{ ...first, children: [sign, ...first.children] }, ...rest]
      : [{ type: 'paragraph', children: [sign] }, ...item.children]
  return { ...item, checked: null, children }
}
