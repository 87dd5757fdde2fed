/** What authors write before an action to call it one: "Task 2:", "TODO:", "Action item -". One per line. */
const prefixes = [
  'action',
  'action item',
  'ai',
  'fix',
  'follow-up',
  'item',
  'measure',
  'recommendation',
  'step',
  'task',
  'to do',
  'to-do',
  'todo',
  'acción',
  'ação',
  'aktion',
  'aufgabe',
  'maßnahme',
  'mesure',
  'oppgave',
  'tarea',
  'tarefa',
  'tiltak',
  'tâche',
  'задача',
]
const number = '(?:\\s*[-#]?\\s*\\d{1,3}[a-z]?)?'
const prefix = new RegExp(`^(?:${prefixes.join('|')})${number}\\s*(?:[:：.)]|[-–—](?=\\s))\\s*`, 'iu')
const listNumber = /^\(?\d{1,2}[.)]\s+/

/** Whether a text starts with a word that calls it an action. */
export function startsWithItemPrefix(text: string): boolean {
  return prefix.test(text)
}

/** The text without list number and prefix. */
export function dropItemPrefix(text: string): string {
  return text.replace(listNumber, '').replace(prefix, '')
}
