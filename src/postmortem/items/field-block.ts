import type { Line, ListItem } from '../blocks/types.ts'
import { fieldsOfLine, isFieldLine } from '../sections/labels.ts'
import { dropItemPrefix, startsWithItemPrefix } from '../sections/prefixes.ts'
import { accept, reject, type Context } from './context.ts'
import { isPlaceholder } from './placeholders.ts'

/** The line "Action: …" of a list item that begins with other fields, each on a line of its own; null for others. */
export function fieldBlockIn({ lines }: ListItem): Line | null {
  const [first, ...others] = lines
  if (!first || others.length === 0 || !isFieldLine(first.text)) return null
  const tasks = others.filter(({ text }) => !isFieldLine(text))
  const [task] = tasks
  return task && tasks.length === 1 && startsWithItemPrefix(task.text) ? task : null
}

/** Reads such an item: its task, and the lines around it as fields. */
export function readFieldBlock(task: Line, item: ListItem, context: Context): void {
  if (isPlaceholder(dropItemPrefix(task.text))) reject(context, task.text, item, 'a template placeholder')
  else
    accept(context, task, item, 'a line with its fields around', {
      fields: item.lines.flatMap(({ text }) => fieldsOfLine(text)),
      nodes: item.lines.flatMap(({ nodes }) => nodes),
    })
}
