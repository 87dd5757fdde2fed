import { splitLabel } from '../sections/labels.ts'
import { startsWithAction } from './wording.ts'

const dash = /\s[-–—]\s/
const longestTitle = 120

/**
 * The issue title of an item: its own words, or the part before "**Title**: description" when that part stands
 * alone as a task (product rules, "Title").
 *
 * @param text the item's text.
 * @param lead its bold words at the start, empty without any.
 */
export function titleOf(text: string, lead: string): string {
  const bold = lead.replace(/[:：.\s]+$/, '')
  const isBold = bold !== '' && text.startsWith(bold) && text.length > bold.length
  const part = isBold ? bold : (splitLabel(text)?.label ?? text.split(dash, 1)[0] ?? text)
  const isSentence = isBold && /[.!。]$/.test(lead)
  const alone = part.includes(' ') && (isSentence || startsWithAction(part))
  return shorten((alone ? part : text).replace(/[.。:：]+$/, '').trim())
}

function shorten(text: string): string {
  if (text.length <= longestTitle) return text
  const cut = text.slice(0, longestTitle - 1)
  const word = cut.lastIndexOf(' ')
  return `${(word > longestTitle / 2 ? cut.slice(0, word) : cut).replace(/[\s,;:.–—-]+$/, '')}…`
}
