/**
 * GitHub looks for mentions and references in the text nodes of the rendered document, so neither a backslash
 * nor a character reference (`\@name`, `&#64;name`) stops them; only text in code and in links is passed over.
 * (Source: GitHub's own `html-pipeline`, `MentionFilter`, and GitHub Desktop, `mention-filter.ts`.)
 * A zero-width space after the sign does stop them and looks the same. Renovate and Dependabot do likewise.
 */
const zeroWidthSpace = '\u{200b}'

/** `#1`, `owner/repo#1` and `GH-1`: after a closing keyword they close issues, and without one they leave a trace. */
const reference = /(#|\bGH-)(?=\d)/gi
/** GitHub's nine closing keywords: https://docs.github.com/issues/tracking-your-work-with-issues */
const keyword = String.raw`\b(?:close[sd]?|fix(?:e[sd])?|resolve[sd]?):?\s+`
const keywordAtEnd = new RegExp(`${keyword}$`, 'i')
/** Where the text ends, the address may follow as a link. */
const keywordBeforeAddress = new RegExp(String.raw`${keyword}(?=https?:|www\.|$)`, 'gi')
const commentStart = /<!(?=-)/g

/**
 * Makes the mentions, issue references and closing keywords of a plain text harmless. It looks the same to a
 * reader. The result is still plain text: it must be escaped before it stands in Markdown.
 */
export const defuse = (text: string): string =>
  breakComments(text)
    .replaceAll('@', `@${zeroWidthSpace}`)
    .replace(reference, `$1${zeroWidthSpace}`)
    .replace(keywordBeforeAddress, `$&${zeroWidthSpace}`)

/**
 * What keeps a link from being closed by the words before it, however these are put together: `**Fixes** <address>`.
 *
 * @param before the visible text before the link
 * @returns a zero-width space after a closing keyword, else nothing
 */
export const guardBeforeLink = (before: string): string => (keywordAtEnd.test(before) ? zeroWidthSpace : '')

/**
 * Breaks every start of an HTML comment. The app finds its hidden records and the end of its block by the
 * characters of the source, so they must not occur even where Markdown shows them literally, as in code.
 */
export const breakComments = (text: string): string => text.replace(commentStart, `<!${zeroWidthSpace}`)
