import { singleLine, truncate } from './clean.ts'
import { defuse } from './defuse.ts'

/** Longest text that `inline` reads: far more than fits on a screen, and few enough to escape at any density. */
const maxInline = 4_000
const maxCell = 160
/** GitHub's limit is 256. */
const maxTitle = 120

const escapes: Record<string, string> = {
  '<': '&lt;',
  '>': '&gt;',
  '&': '&amp;',
  // A backslash before a pipe in a table cell means different things to different parsers.
  '|': '&#124;',
  // GitHub reads `$…$` as a formula, also after a backslash. Its documentation gives this as the way out:
  // https://docs.github.com/get-started/writing-on-github/working-with-advanced-formatting/writing-mathematical-expressions
  $: '<span>$</span>',
}

const special = /[\\`*_[\]~<>&|$]/g
const blockStart = /^(?:[-+=#]|\d{1,9}(?=[.)]))/

const escape = (text: string): string =>
  text
    .replace(special, (character) => escapes[character] ?? `\\${character}`)
    // An exclamation mark at the end would turn a link that follows into an image.
    .replace(/!$/, '\\!')

/** What opens a heading, list or rule at the start of a line. */
const escapeStart = (markdown: string): string =>
  markdown.replace(blockStart, (start) => (/\d/.test(start) ? `${start}\\` : `\\${start}`))

/**
 * Text of a link, or any place where nothing may become a link of its own: as `inline`, but addresses in it
 * stay text.
 */
export const label = (text: string): string =>
  escapeStart(escape(defuse(truncate(singleLine(text), maxInline))))

/**
 * Turns untrusted plain text into Markdown that shows that text, on one line, and does nothing: no formatting,
 * HTML, comment, mention, reference, closing keyword, formula or table border. Addresses (http, https) become links.
 *
 * It may stand at the start of a line, in a list item, a table cell or a quote.
 */
export function inline(text: string): string {
  const plain = defuse(truncate(singleLine(text), maxInline))
  const parts = plain.split(address).map((part, index) => (index % 2 === 0 ? escape(part) : autolink(part)))
  return escapeStart(parts.join(''))
}

/** An address up to a space or bracket, without the punctuation that ends the sentence. Splitting keeps it. */
const address = /(https?:\/\/[^\s<>"]*[^\s<>"?!.,:;*_~'`)\]}|])/gi

/** Everything that is not plainly part of an address is percent-encoded, and what can mention or open a formula, too. */
const autolink = (url: string): string =>
  `<${url.replaceAll('\u{200b}', '').replace(/[^\p{L}\p{N}\-._~:/?#[\]!&'()*+,;=%]/gu, percentEncoded)}>`

const percentEncoded = (character: string): string => encodeURIComponent(character)

/**
 * Untrusted plain text as the content of a table cell: as `inline`, shortened, and a dash where there is none.
 *
 * @param max longest text, in UTF-16 code units before escaping
 */
export const tableCell = (text: string, max = maxCell): string =>
  inline(truncate(singleLine(text), max)) || '–'

/**
 * Untrusted plain text as an issue's title. GitHub shows titles as plain text, except for code between backticks,
 * and mentions in titles notify nobody: Renovate and Dependabot leave `@scope/package` in theirs. People copy
 * titles into comments and commit messages, though, so mentions and references are defused here as well.
 */
export const issueTitle = (text: string): string =>
  truncate(defuse(truncate(singleLine(text), maxTitle)), 256) || 'Untitled action item'

/** A link with untrusted text to a trusted address. */
export const link = (text: string, url: string): string => `[${label(text)}](${url})`
