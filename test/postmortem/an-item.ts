import type { ActionItem } from '../../src/postmortem/types.ts'

/** An open task without fields. */
export function anItem(text: string, fields: Partial<ActionItem> = {}): ActionItem {
  return {
    text,
    title: text,
    kind: 'task',
    done: false,
    owners: [],
    due: null,
    dueText: null,
    priority: null,
    links: [],
    details: null,
    line: 1,
    endLine: 1,
    section: 'Action items',
    reason: 'an item of a test',
    ...fields,
  }
}
