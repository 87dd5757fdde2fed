/** What later became of items, as a remark below them says. */
export type Outcome = 'done' | 'cancelled'

/** A remark on numbered items, or on all of them (`numbers` null). */
export interface Remark {
  numbers: ReadonlySet<string> | null
  outcome: Outcome
}

/** The words of one language for "Actions 1 and 2 are done", "All actions are done", "Action 3 is cancelled". */
interface Words {
  items: string
  all: string
  and: string
  done: string
  cancelled: string
}

const words: readonly Words[] = [
  {
    items: '(?:actions?|action items?|items?|tasks?|measures?|points?|ais?)',
    all: 'all (?:of the |the )?(?:above )?',
    and: 'and',
    done: '(?:done|completed?|finished|closed|resolved|shipped|implemented)\\b',
    cancelled:
      "(?:cancel(?:l?ed)|dropped|abandoned|obsolete|no longer needed|not needed|won't be done|rejected|superseded)",
  },
  {
    items: '(?:acci[oó]n(?:es)?|tareas?|puntos?|medidas?)',
    all: 'tod[ao]s l[ao]s ',
    and: 'y|e',
    done: '(?:completad|hech|terminad|cerrad|realizad|resuelt|implementad|finalizad)[ao]s?(?!\\p{L})',
    cancelled: '(?:(?:cancelad|descartad|anulad)[ao]s?|ya no (?:es|son) necesari)',
  },
  {
    items: '(?:aç(?:ão|ões)|tarefas?|ite(?:m|ns)|medidas?|pontos?)',
    all: 'tod[ao]s [ao]s ',
    and: 'e',
    done: '(?:concluíd|feit|terminad|fechad|realizad|resolvid|implementad|finalizad)[ao]s?(?!\\p{L})',
    cancelled: '(?:(?:cancelad|descartad)[ao]s?|não (?:é|são) mais necessári)',
  },
  {
    items: '(?:actions?|tâches?|points?|mesures?)',
    all: 'tou(?:te)?s les ',
    and: 'et',
    done: '(?:terminé|fait|achevé|clos|réalisé|résolu|clôturé)e?s?(?!\\p{L})',
    cancelled: '(?:(?:annulé|abandonné|supprimé)e?s?|plus nécessaires?)',
  },
  {
    items: '(?:ma(?:ß|ss)nahmen?|aufgaben?|punkte?|aktion(?:en)?)',
    all: 'alle ',
    and: 'und',
    done: '(?:erledigt|fertig|abgeschlossen|umgesetzt)(?!\\p{L})',
    cancelled: '(?:gestrichen|verworfen|abgesagt|entf(?:ä|a)ll(?:en|t)|nicht mehr nötig)',
  },
  {
    items: '(?:tiltak(?:ene)?|punkt(?:ene|er)?|oppgave(?:ne|r)?)',
    all: 'alle ',
    and: 'og',
    done: '(?:fullført|gjort|utført|ferdige?|løst|lukket)(?!\\p{L})',
    cancelled: '(?:avlyst|droppet|kansellert|utgår|ikke lenger nødvendige?)',
  },
  {
    items: '(?:пункт(?:ы|а)?|задач[аи]|мер[аы]|действи[ея])',
    all: 'все ',
    and: 'и',
    done: '(?:выполнен|сделан|завершен|завершён|закрыт|готов)[аоы]?(?!\\p{L})',
    cancelled: '(?:отмен[её]н[аоы]?|больше не нуж)',
  },
  {
    items: '(?:行动项|措施|任务|事项|アクション|対策|タスク|項目|조치|항목|과제)',
    all: '(?:全部|所有|すべての|全ての|全|모든 )',
    and: '和|と|、|및|와|과',
    done: '(?:已?完成|已解决|完了|対応済み?|実施済み?)',
    cancelled: '(?:已?取消|不再需要|中止|取りやめ|不要になり|취소)',
  },
]

/** Between the ends of a range of numbers. */
const upTo = '-|–|to|through|bis|a|à|til|до|〜|至|到'
/** Between the items and what became of them: "are now", "wurde am Montag". No sign that begins another thought. */
const between = '[^.:;。：；\\d]{0,30}?'
/** Chinese, Japanese and Korean put no space before a word. */
const wordStart = '(?<![\\p{Script=Latin}\\p{Script=Cyrillic}])'
const article = "(?:(?:the|las?|los?|as?|os?|les?|l['’]|die|der|das)\\s*)?"

const patterns = words.flatMap(({ items, all, and, ...outcomes }) =>
  (['done', 'cancelled'] as const).map((outcome) => ({
    outcome,
    numbered: new RegExp(
      `^${article}${items}\\s*(#?\\d{1,3}(?:\\s*(?:,|&|${upTo}|${and})\\s*#?\\d{1,3}){0,20})(?!\\d)${between}${wordStart}${outcomes[outcome]}`,
      'iu',
    ),
    whole: new RegExp(`^${all}${items}${between}${wordStart}${outcomes[outcome]}`, 'iu'),
  })),
)
/** How every remark begins; so most lines need not be read any closer. */
const beginning = new RegExp(
  `^(?:${words.map(({ items, all }) => `${article}${items}\\s*#?\\d|${all}${items}`).join('|')})`,
  'iu',
)
/** "not done", "to be closed": the opposite, or still to come. */
const otherwise =
  /\b(?:not|to be|will be|should be|must be|no|nicht|ikke|pas|não)\b|(?<!\p{L})не(?!\p{L})|未|尚/iu

/** Parts of a line that can each be a remark: "Action 1 is done and action 2 is cancelled." */
const parts = /[.;。；]\s*|,?\s(?:and|y|e|et|und|og|и)\s(?=\D)/u

/** In characters; who remarks is brief. */
const longestRemark = 300

const ranges = new RegExp(`(\\d+)(?:\\s*(?:${upTo})\\s*#?(\\d+))?`, 'giu')
const longestRange = 50

/** Reads the remarks in a line on items that stand above it: "Actions 1 and 3 are done. Action 4 is cancelled." */
export function readRemarks(text: string): Remark[] {
  if (text.length > longestRemark) return []
  if (!beginning.test(text)) return []
  return text.split(parts).flatMap((part) => (beginning.test(part) ? (readRemark(part) ?? []) : []))
}

function readRemark(sentence: string): Remark | null {
  for (const { outcome, numbered, whole } of patterns) {
    const match = numbered.exec(sentence) ?? whole.exec(sentence)
    if (!match || (outcome === 'done' && otherwise.test(match[0]))) continue
    return { numbers: match[1] === undefined ? null : numbersIn(match[1]), outcome }
  }
  return null
}

/** "1, 3 and 5-7". */
function numbersIn(text: string): ReadonlySet<string> {
  const numbers = new Set<string>()
  for (const [, first = '', last = first] of text.matchAll(ranges)) {
    const to = Math.min(Number(last), Number(first) + longestRange)
    for (let each = Number(first); each <= to; each += 1) numbers.add(String(each))
  }
  return numbers
}
