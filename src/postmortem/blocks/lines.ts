import type { PhrasingContent } from 'mdast'
import type { Line } from './types.ts'

interface Style {
  strong: boolean
  struck: boolean
}

interface Run extends Style {
  text: string
}

interface Draft {
  nodes: PhrasingContent[]
  /** Text with its style, to tell lines that are bold or struck as a whole. */
  runs: Run[]
  line: number
}

const plain: Style = { strong: false, struck: false }
const wideSpace = /\s{2}|[^\S ]/
const lineBreakTag = /^<br\b/i
/** Real tags and comments; "<service name>" is a template's slot, and text. */
const htmlTag =
  /^<(?:!|\?|\/?(?:a|abbr|b|center|code|del|details|div|em|font|i|img|ins|kbd|li|mark|ol|p|picture|q|s|small|source|span|strong|sub|summary|sup|table|tbody|td|th|thead|tr|tt|u|ul|var|video)\b)/i
const styleTag = /^<(\/?)(b|strong|em|i|del|s)\b/i

/**
 * Splits inline content into the lines its author wrote. Soft line breaks count: many postmortems put one task on
 * each line of a paragraph.
 *
 * @param firstLine line of the file on which the content starts, for nodes without a position.
 * @param addresses where reference links lead, by identifier.
 */
export function toLines(
  content: readonly PhrasingContent[],
  firstLine: number,
  addresses: ReadonlyMap<string, string> = new Map(),
): Line[] {
  const drafts: Draft[] = [{ nodes: [], runs: [], line: firstLine }]
  let tagged = plain

  const push = (node: PhrasingContent, text: string, style: Style): void => {
    const draft = drafts[drafts.length - 1]
    draft?.nodes.push(node)
    draft?.runs.push({ text, strong: style.strong || tagged.strong, struck: style.struck || tagged.struck })
  }
  const open = (line: number): void => void drafts.push({ nodes: [], runs: [], line })

  const pushBroken = (
    value: string,
    line: number,
    style: Style,
    wrap: (value: string) => PhrasingContent,
  ): void => {
    value.split('\n').forEach((part, index) => {
      if (index > 0) open(line + index)
      if (part !== '') push(wrap(part), part, style)
    })
  }

  const walk = (nodes: readonly PhrasingContent[], style: Style, url: string | null): void => {
    for (const node of nodes) {
      const line = node.position?.start.line ?? drafts[drafts.length - 1]?.line ?? firstLine
      switch (node.type) {
        case 'text':
          pushBroken(node.value, line, style, (value) =>
            url === null
              ? { type: 'text', value }
              : { type: 'link', url, children: [{ type: 'text', value }] },
          )
          break
        case 'inlineCode':
          push(node, node.value, style)
          break
        case 'break':
          open(line + 1)
          break
        case 'html':
          if (lineBreakTag.test(node.value)) open(line)
          else if (htmlTag.test(node.value)) tagged = retag(tagged, node.value)
          else push({ type: 'text', value: node.value }, node.value, style)
          break
        case 'strong':
        case 'emphasis':
          walk(node.children, { ...style, strong: true }, url)
          break
        case 'delete':
          walk(node.children, { ...style, struck: true }, url)
          break
        case 'link':
          walk(node.children, style, node.url)
          break
        case 'linkReference':
          walk(node.children, style, addresses.get(node.identifier) ?? url)
          break
        default:
          break
      }
    }
  }

  walk(content, plain, null)
  return drafts.map(finish).filter((line) => line.text !== '')
}

function retag(style: Style, tag: string): Style {
  const match = styleTag.exec(tag)
  if (!match) return style
  const on = match[1] === ''
  return /^(del|s)$/i.test(match[2] ?? '') ? { ...style, struck: on } : { ...style, strong: on }
}

function finish({ nodes, runs, line }: Draft): Line {
  const text = collapse(runs.map(({ text }) => text).join(''))
  if (!runs.some(({ strong, struck }) => strong || struck))
    return { text, nodes, strong: false, lead: '', struckLead: '', line, endLine: line }
  return {
    text,
    nodes,
    strong: runs.some(says) && runs.every((run) => run.strong || !says(run)),
    lead: leadOf(runs, (run) => run.strong),
    struckLead: leadOf(runs, (run) => run.struck),
    line,
    endLine: line,
  }
}

/** The text of the runs in one style with which a line starts. */
function leadOf(runs: readonly Run[], styled: (run: Run) => boolean): string {
  const end = runs.findIndex((run) => says(run) && !styled(run))
  const leading = end < 0 ? runs : runs.slice(0, end)
  return collapse(
    leading
      .filter(styled)
      .map(({ text }) => text)
      .join(''),
  )
}

function says({ text }: Run): boolean {
  return /[\p{L}\p{N}]/u.test(text)
}

function collapse(text: string): string {
  return (wideSpace.test(text) ? text.replace(/\s+/g, ' ') : text).trim()
}
