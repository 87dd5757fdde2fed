import type { PhrasingContent } from 'mdast'
import { dropEnd } from './text.ts'

/** Letters before a number that are no project of a tracker but a standard, a code or the place in a list. */
const noProject = new Set(
  (
    'UTF SHA ISO RFC CVE CWE GHSA COVID AES RSA MD TLS SSL HTTP IPV IEEE ASCII ECMA ES PEP ERC EIP BIP NIST PCI SOC FIPS GPT LLM USB ' +
    'SEV STEP PHASE TASK ITEM DAY WEEK MONTH TIER LEVEL PART STAGE OPTION TOP RC SLO SLI KPI RULE LAYER ZONE NODE GMT UTC PR AI CHAPTER FIX'
  ).split(' '),
)

const web = /^https?:\/\//i
const address = /https?:\/\/[^\s<>"'`[\]{}|\\^]+/g
const gitHub =
  /(?<![\w./&-])(?:(\w[\w.-]{0,99}\/\w[\w.-]{0,99})#|([a-z]{1,12})?(\s?)#|GH-)([1-9]\d{0,6})(?![\w-])/gi
/** Words that stand before a reference without a space: "PR#7", but not "C#7". */
const glued = /^(?:pr|mr|gh|issue|issues|bug|ticket|pull)$/i
/** Words before a number that count things of the document: "AI #6", "step #2". */
const counters = new Set(
  'ai action actions item items step steps phase option row part point cause reason version day week priority no'.split(
    ' ',
  ),
)
const ticket = /(?<![\w./-])([A-Z][A-Z0-9]{1,9})-([1-9]\d{0,5})((?:\/[1-9]\d{0,5})*)(?![\w-]|\.\d)/g

/**
 * The issue, pull request and ticket references of an item, as written, each once, in the order of the text:
 * `#12`, `owner/repo#12`, `GH-12`, `ABC-123`, and web addresses. What an address leads to is for the plan to judge.
 *
 * A ticket key is two to ten capitals or figures, a hyphen and a number without leading zero, unless the letters are
 * a standard ("UTF-8", "CVE-2024-1") or count something ("STEP-2"). "ABC-1/2/3" is three keys.
 *
 * @param content the item's inline nodes, or its text. In code nothing is a reference; of a link only the address is.
 */
export function collectLinks(content: readonly PhrasingContent[] | string): string[] {
  return [...new Set(typeof content === 'string' ? referencesIn(content) : content.flatMap(linksOf))]
}

function linksOf(node: PhrasingContent): string[] {
  if (node.type === 'text') return referencesIn(node.value)
  if (node.type === 'link') return web.test(node.url) ? [node.url] : []
  return 'children' in node ? node.children.flatMap(linksOf) : []
}

/** A reference that an item's text begins with: "#12: …", "[OPS-7] …", "ABC-1/2 – …". */
const leading = new RegExp(
  String.raw`^[[(]?(?:${gitHub.source}|${ticket.source})[\])]?(?:\s?[:：]\s*|\s[-–—]\s+|(?<=[\])])\s+|(?<=^(?:${ticket.source}|#\d+))\s+(?=[A-Z][a-z]))(?=\S)`,
)

/** "https://github.com/acme/api/issues/7 - …". */
const leadingAddress = /^[[(<]?https?:\/\/[^\s\])>]{1,300}[\])>]?(?:\s?[:：]\s+|\s[-–—]\s+)(?=\S)/

/** The length of the reference, with the sign after it, that a text begins with; 0 where it begins with none. */
export function leadingReference(text: string): number {
  const address = leadingAddress.exec(text.slice(0, 320))?.[0].length
  if (address !== undefined) return address
  const written = leading.exec(text.slice(0, 120))?.[0] ?? ''
  return collectLinks(written).length > 0 ? written.length : 0
}

/** A text without a figure or an address holds no reference. */
const sign = /\d|:\/\//

function referencesIn(text: string): string[] {
  if (!sign.test(text)) return []
  const found: { index: number; reference: string }[] = []
  const rest = text.replaceAll(address, (url, index: number) => {
    const reference = dropEnd(url, '.,;:!?)*_~。、')
    found.push({ index, reference })
    return ' '.repeat(url.length)
  })
  for (const { index, 0: written, 1: repository, 2: word = '', 3: space, 4: number = '' } of rest.matchAll(
    gitHub,
  )) {
    if (counters.has(word.toLowerCase()) || (word !== '' && space === '' && !glued.test(word))) continue
    const reference = repository === undefined ? `#${number}` : `${repository}#${number}`
    found.push({ index, reference: /^GH-/i.test(written) ? written : reference })
  }
  for (const { index, 1: project = '', 2: number = '', 3: more = '' } of rest.matchAll(ticket)) {
    if (project === 'GH' || noProject.has(project) || !/[A-Z].*[A-Z]/.test(project)) continue
    for (const each of `${number}${more}`.split('/')) found.push({ index, reference: `${project}-${each}` })
  }
  return found.sort((one, other) => one.index - other.index).map(({ reference }) => reference)
}
