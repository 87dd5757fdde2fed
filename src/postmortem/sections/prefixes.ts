/** What authors write before an action to call it one: "Task 2:", "TODO:", "Action item -". One per line. */
const prefixes = [
  'action',
  'action item',
  'ai',
  'ap',
  'countermeasure',
  'action point',
  'fix',
  'follow-up',
  'improvement',
  'item',
  'measure',
  'recommendation',
  'step',
  'task',
  'to do',
  'to-do',
  'todo',
  'acción',
  'recomendación',
  'ação',
  'recomendação',
  'aktion',
  'amélioration',
  'aufgabe',
  'forbedring',
  'maßnahme',
  'empfehlung',
  'gegenmaßnahme',
  'mesure',
  'mejora',
  'melhoria',
  'oppgave',
  'tarea',
  'tarefa',
  'tiltak',
  'anbefaling',
  'tâche',
  'verbesserung',
  'задача',
  'улучшение',
]
const number = '(?:\\s*[-#]?\\s*\\d{1,3}[a-z]?)?'
const prefix = new RegExp(`^(?:${prefixes.join('|')})${number}\\s*(?:[:：.)]|[-–—](?=\\s))\\s*`, 'iu')
/** "1.", "(2)", "R3.": but "P1." is a priority. */
const listNumber = /^\(?(?:(?!P)\p{Lu}{1,3})?\d{1,2}[.)]\s+/u

/** "AP1 (Emil): measure the flow": the owner stands between the prefix and the task. */
const ownedPrefix = new RegExp(
  `^(?:${prefixes.join('|')})${number}\\s*[(（]([^()（）]{1,60})[)）]\\s*[:：]\\s*(.+)$`,
  'iu',
)

/** "ACTION Emil: measure the flow", as minutes of meetings have it. */
const namedPrefix =
  /^(?:ACTION|AI|AP|TODO)\s+(@[\w-]+|\p{Lu}[\p{L}'’-]*(?:\s\p{Lu}[\p{L}'’-]*){0,2})\s*[:：]\s*(.+)$/u

/** Whether a text starts with a word that calls it an action; "To do:" alone is the name of a list. */
export function startsWithItemPrefix(text: string): boolean {
  return (
    (prefix.exec(text)?.[0].length ?? text.length) < text.length ||
    ownedPrefix.test(text) ||
    namedPrefix.test(text)
  )
}

/** The text without list number and prefix; an owner in the prefix moves to the end, where notes stand. */
export function dropItemPrefix(text: string): string {
  const plain = text.replace(listNumber, '')
  const owned = ownedPrefix.exec(plain) ?? namedPrefix.exec(plain)
  return owned ? `${owned[2] ?? ''} (owner: ${owned[1] ?? ''})` : plain.replace(prefix, '')
}
