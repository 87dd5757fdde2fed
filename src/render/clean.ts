/**
 * Characters that no text of a postmortem needs and that can deceive a reader or break a renderer: control
 * characters other than line feed and tab, bidirectional embeddings, overrides and isolates (they make text read
 * in another order than it is stored, see Unicode Technical Report 36, section 3.2), the zero-width space and the
 * byte order mark (invisible, and the former is our own means), and tag characters (invisible text).
 * Left-to-right and right-to-left marks stay: right-to-left languages need them, and they reorder nothing by force.
 */
const deceptive =
  /(?![\n\t])\p{Cc}|[\u{202a}-\u{202e}\u{2066}-\u{2069}\u{200b}\u{feff}]|[\u{e0000}-\u{e007f}]/gu

/** Takes out deceptive and control characters, lone surrogates and carriage returns. Lines stay lines. */
export const cleanText = (text: string): string =>
  text.toWellFormed().replace(/\r\n?/g, '\n').replace(deceptive, '')

/** Cleans a text and makes one line of it, with single spaces. */
export const singleLine = (text: string): string => cleanText(text).replace(/\s+/gu, ' ').trim()

/**
 * Cuts a text at `max` UTF-16 code units, the unit of `length`, and marks the cut with an ellipsis. The cut falls
 * between words where that leaves more than half, else between code points.
 *
 * @param max at least 1
 */
export function truncate(text: string, max: number): string {
  if (text.length <= max) return text
  const room = text.slice(0, max - 1)
  const cut = /[\uD800-\uDBFF]$/.test(room) ? room.slice(0, -1) : room
  const wordEnd = /^[^]*\s/.exec(text.slice(0, max))?.[0].trimEnd() ?? ''
  return `${wordEnd.length > max / 2 ? wordEnd : cut.trimEnd()}…`
}
