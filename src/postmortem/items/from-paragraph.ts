import { joinLines, withText } from '../blocks/lines.ts'
import type { Line, Paragraph } from '../blocks/types.ts'
import { isFieldLine } from '../sections/labels.ts'
import { accept, reject, type Context } from './context.ts'
import { isPlaceholder } from './placeholders.ts'
import { sentencesOf } from './sentences.ts'
import { commits, concludes, introduces, startsWithAction } from './wording.ts'

/**
 * Reads running text of a follow-up section that has neither list nor table: one task per line where the author
 * broke lines on purpose, else the sentences that commit to work.
 */
export function readParagraph(paragraph: Paragraph, context: Context): void {
  if (isOneTaskPerLine(paragraph.lines)) {
    for (const line of paragraph.lines) readLine(line, context)
    return
  }
  const prose = joinLines(paragraph.lines)
  if (prose) readProse(prose, context)
}

/** Whether lines end where sentences end and start anew: not prose that was wrapped at some width. */
function isOneTaskPerLine(lines: readonly Line[]): boolean {
  if (lines.length < 2) return false
  return (
    lines.slice(1).every((line) => /^[^\p{Ll}]/u.test(line.text)) &&
    lines.slice(0, -1).some((line) => /[.!?。:：]$/.test(line.text))
  )
}

function readLine(line: Line, context: Context): void {
  if (isFieldLine(line.text)) return
  const why = reasonAgainst(line.text)
  if (why) reject(context, line.text, line, why)
  else accept(context, line, line, 'a line of its own')
}

function readProse(prose: Line, context: Context): void {
  for (const sentence of sentencesOf(prose.text)) {
    const why = reasonAgainst(sentence)
    if (why) reject(context, sentence, prose, why)
    else if (commits(sentence) || startsWithAction(sentence)) {
      accept(context, withText(prose, sentence), prose, 'a sentence that commits to work')
    } else reject(context, sentence, prose, 'a sentence that commits to nothing')
  }
}

function reasonAgainst(text: string): string | null {
  if (isPlaceholder(text)) return 'a template placeholder'
  if (concludes(text)) return 'a closing remark'
  if (introduces(text)) return 'an introduction'
  return null
}
