import { wordsOf } from '../lexicon/phrases.ts'

/** Things written where a task would stand to say that there is none, or none yet. Comma separated. */
const empty = new Set(
  `none, nothing, n/a, na, tbd, tba, todo, no actions, no action items, no action required, no actions required,
  no further action, no further actions, no follow-up, no follow-ups, none required, none identified, none so far,
  none at this time, not applicable, to be determined, to be decided, to be defined, to be added, to be done, summary,
  description, item, example, ...,
  ninguna, ninguno, nenhuma, nenhum, por definir, a definir, aucune, aucun, à définir, keine, keiner, offen, ingen,
  нет, 无, 暂无, 没有, なし, 特になし, 未定, 없음, 해당 없음`
    .split(',')
    .map((phrase) => comparable(phrase)),
)
const longestEmpty = 40
/** One pair around all of it: "[P1] Add an alert [OPS-7]" only begins and ends with one. */
const bracketed = /^(?:\[[^[\]]*\]|<[^<>]*>|\{.*\}|\([^()]*\)|（[^（）]*）|【[^【】]*】)\.?$/
const linkSlot = /\s*\[link[^\]]*\]$/i
const filler = /\blorem ipsum\b|\bYYYY\b|\bHH:MM\b|\bX{3,}\b|\s[XYZ]\.?$/
/** "None — the vendor has mended it", "No actions are needed because …": nothing, and why. */
const nothing =
  /^(?:none|n\/a|nothing|no (?:further |follow-up )?actions?(?: items?)?(?: (?:is|are|was|were))?(?: (?:required|needed|necessary|planned))?|ningun[ao]|nenhuma?|aucune?|keine|ingen|нет|无|なし|없음)\s*(?:[-–—,.;:(（、，。]|because\b|as\b|since\b|at this\b|for now\b)/iu
const slot =
  /(?<![\w/.-])<[\p{L}][^<>]*>(?![\w/.-])|\[(?:insert|describe|your|add|name|owner|action|task|description)\b(?!\s?[:：=]\s?\S)[^\]]*\]/iu
const instruction = /^(?:todo|tbd)\b\W*(?:describe|fill in|insert|write)\b|^(?:todo|tbd)\b.{0,40}\bhere\.?$/i
/** "e.g. add an alert", "(example) …": what a template shows, not what a team decided. */
const example =
  /^[[(（【]?(?:e\. ?g\.|eg[.:]|for example|for instance|examples?\s*[:：)\]]|sample\s*[:：)\]]|z\. ?b\.|zum beispiel|beispiel\s*[:：)\]]|p\. ?ej\.|por ejemplo|ejemplo\s*[:：)\]]|p\. ?ex\.|por exemplo|exemplo\s*[:：)\]]|par exemple|exemple\s*[:：)\]]|f\. ?eks\.|for eksempel|eksempel\s*[:：)\]]|например|пример\s*[:：)\]]|例[:：]|例えば|例如|比如|示例[:：]?|예[:：]|예시[:：]?|예를 들어)/iu
/** The issue says what is to be done. */
const bareReference = /^#[1-9]\d{0,6}$/
const numberedName =
  /^(?:action|task|item|step|todo|acción|ação|aktion|tâche|задача|任务|タスク)(?: item)?\s*#?\d*\.?$/i

/** Whether a text is left over from a template, or says that there is nothing to do. */
export function isPlaceholder(text: string): boolean {
  const plain = dropBraces(text.trim()).replace(linkSlot, '').trim()
  if (!/[\p{L}]/u.test(plain)) return !bareReference.test(plain)
  return (
    (plain.length <= longestEmpty && empty.has(comparable(plain))) ||
    bracketed.test(plain) ||
    filler.test(plain) ||
    example.test(plain) ||
    nothing.test(plain) ||
    slot.test(plain) ||
    instruction.test(plain) ||
    numberedName.test(plain)
  )
}

function comparable(text: string): string {
  const words = wordsOf(text).join(' ')
  return words === '' ? text.trim() : words
}

/** The text without the braces that a template put around the words to replace: "{{ Add an alert }}". */
export function dropBraces(text: string): string {
  return text.startsWith('{{') ? text.replace(/^\{\{\s*|\s*\}\}/g, '').trim() : text
}
