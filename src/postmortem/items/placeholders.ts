import { wordsOf } from '../lexicon/phrases.ts'

/** Things written where a task would stand to say that there is none, or none yet. */
const empty = new Set(
  `none nothing n/a na tbd tba todo no-actions no-action-items no-action-required no-actions-required no-further-action
  no-follow-up no-follow-ups none-required none-identified not-applicable to-be-determined to-be-decided ...
  ninguna ninguno nenhuma nenhum aucune aucun keine keiner ingen нет 无 なし 特になし 해당-없음 없음`
    .split(/\s+/)
    .map((words) => words.replace(/-/g, ' ')),
)
const bracketed = /^[[<{(（【].*[\]>})）】]\.?$/
const linkSlot = /\s*\[link[^\]]*\]$/i
const filler = /\blorem ipsum\b|\bYYYY\b|\bHH:MM\b|\bX{3,}\b/
const slot =
  /(?<![\w/.-])<[\p{L}][^<>]*>(?![\w/.-])|\[(?:insert|describe|your|add|name|owner|action|task|description)\b[^\]]*\]/iu
const instruction = /^(?:todo|tbd)\b\W*(?:describe|fill in|insert|write)\b|^(?:todo|tbd)\b.{0,40}\bhere\.?$/i
const numberedName =
  /^(?:action|task|item|step|todo|acción|ação|aktion|tâche|задача|任务|タスク)(?: item)?\s*#?\d*\.?$/i

/** Whether a text is left over from a template, or says that there is nothing to do. */
export function isPlaceholder(text: string): boolean {
  const plain = dropBraces(text.trim()).replace(linkSlot, '').trim()
  if (!/[\p{L}]/u.test(plain)) return true
  return (
    empty.has(wordsOf(plain).join(' ')) ||
    empty.has(plain.toLowerCase()) ||
    bracketed.test(plain) ||
    filler.test(plain) ||
    slot.test(plain) ||
    instruction.test(plain) ||
    numberedName.test(plain)
  )
}

/** The text without the braces that a template put around the words to replace: "{{ Add an alert }}". */
export function dropBraces(text: string): string {
  return text.startsWith('{{') ? text.replace(/^\{\{\s*|\s*\}\}/g, '').trim() : text
}
