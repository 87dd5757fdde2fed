import { formatMarker, type Marker } from './marker.ts'

/**
 * The app owns one block of an issue's body, between its record and an end mark. What stands
 * outside belongs to people and is carried over as it is.
 */

const BEGIN = /<!-- followthrough \{.*?\} -->/
const END = '<!-- /followthrough -->'

/** GitHub's editor turns line ends into CRLF; that alone is no difference. */
const unixLines = (text: string): string => text.replaceAll('\r\n', '\n')

/** Writes the record and the visible content of a block. */
export const formatBlock = (marker: Marker, content: string): string =>
  `${formatMarker(marker)}\n${content.trim()}\n\n${END}`

/**
 * Puts a new block in the place of the old one; at the top, where the old one is gone or lost its
 * end. Nothing outside the old block is lost.
 */
export const replaceBlock = (body: string, marker: Marker, content: string): string => {
  const text = unixLines(body)
  const block = formatBlock(marker, content)
  const begin = BEGIN.exec(text)
  const end = begin ? text.indexOf(END, begin.index) : -1
  if (begin && end >= 0) return text.slice(0, begin.index) + block + text.slice(end + END.length)
  const rest = text.replace(BEGIN, '').replace(END, '').trim()
  return rest === '' ? block : `${block}\n\n${rest}`
}

/** The visible content of the block in a body; null where the body holds no whole block. */
export const blockContent = (body: string): string | null => {
  const text = unixLines(body)
  const begin = BEGIN.exec(text)
  if (!begin) return null
  const start = begin.index + begin[0].length
  const end = text.indexOf(END, start)
  return end < 0 ? null : text.slice(start, end).trim()
}

/** Puts a new record in the place of the first one, and leaves everything else as it is. */
export const replaceRecord = (body: string, marker: Marker): string =>
  // A function, since a replacement text gives `$` a meaning.
  body.replace(BEGIN, () => formatMarker(marker))

/** A body as people see it, without the record at its beginning. */
export const withoutRecord = (body: string): string => unixLines(body).replace(BEGIN, '').trim()

/** Whether two bodies say the same, however a browser saved their line ends. */
export const sameBody = (left: string, right: string): boolean => unixLines(left) === unixLines(right)
