/** Characters that people type or paste as bullets where Markdown sees plain text. One per line, easy to extend. */
const bulletCharacters = [
  '•',
  '◦',
  '‣',
  '▪',
  '●',
  '○',
  '■',
  '◆',
  '▶',
  '►',
  '➤',
  '➡',
  '➜',
  '→',
  '👉',
  '🔹',
  '🔸',
  '🔷',
  '🔶',
  '⇒',
  '·',
  '–',
  '—',
  '->',
  '=>',
  '*',
  '-',
  '+',
]

/** Signs that stand for an empty check box. */
const openBoxes = ['☐', '⬜', '◻', '🔲', '🟦', '▢', '[ ]', '[]', '[~]', '[/]', '[-]', '[>]']

/** Signs that stand for a ticked check box. */
const doneBoxes = ['☑', '✅', '✔', '✓', '🟩', '[x]', '[X]']

const alternatives = (signs: readonly string[]): string =>
  signs.map((sign) => sign.replace(/[[\]*+/]/g, '\\$&')).join('|')

const bullet = new RegExp(
  `^(?:${alternatives(bulletCharacters)})\ufe0f?\\s+|^[•→➤・]\\s*|^[-=]>(?=\\p{Lu})|^[-*+](?=\\[[ xX]?\\]\\s)|^o\\s+(?=\\p{Lu})|^-(?=\\p{Lu}\\p{Ll})`,
  'u',
)
const number =
  /^(?:(?:\(?\d{1,2}[.)-]|\(?[a-z]\)|\([ivx]{2,4}\)|\d{1,2}(?:\.\d{1,2})+\.?(?=\s\p{Lu}))\s+|\d{1,2}、\s*|\d{1,2}[.)](?=\p{Lu}\p{Ll})|[①-⑳]\s*)/u
const openBox = new RegExp(`^(?:${alternatives(openBoxes)})\ufe0f?\\s*`, 'u')
const doneBox = new RegExp(`^(?:${alternatives(doneBoxes)})\ufe0f?\\s*`, 'u')
const pictograph = /^(?:\p{Extended_Pictographic}\ufe0f?(?:\u200d\p{Extended_Pictographic}\ufe0f?)*)\s*/u

export interface Bulleted {
  text: string
  /** The state of a typed box, null without one. */
  checked: boolean | null
}

/**
 * Reads a typed list mark ("• ", "→ ", "2) ", "☐ ") off the start of a plain line.
 *
 * @returns null for a line without one, and for a label behind a sign ("✅ Done:").
 */
export function readBullet(text: string): Bulleted | null {
  const afterMark = text.replace(bullet, '').replace(number, '')
  const { text: rest, checked } = readBox(afterMark)
  if (rest === text || rest === '') return null
  if (checked !== null && /[:：]$/.test(rest)) return null
  return { text: rest, checked }
}

/** Reads a sign that stands for a check box off the start of an item. */
export function readBox(text: string): Bulleted {
  if (openBox.test(text)) return { text: text.replace(openBox, ''), checked: false }
  if (doneBox.test(text)) return { text: text.replace(doneBox, ''), checked: true }
  return { text, checked: null }
}

/** Whether a plain line starts with an emoji, which some authors use in place of bullets. */
export function startsWithPictograph(text: string): boolean {
  return pictograph.test(text)
}

/** The text without the emoji at its start. */
export function dropPictographs(text: string): string {
  return text.replace(/^(?:[\p{Extended_Pictographic}\ufe0f\u200d]+\s*)+/u, '').trim()
}
