/**
 * Names that no lexicon can list: "stuff I actually have to do now", "¿Cómo hacemos para que no se repita?". What
 * they share are the words for having to and for preventing.
 */

const doing =
  '(?:do|does|doing|done|change|changes|changing|changed|fix|fixes|fixing|fixed|happen|improve|improved|build|tackle|address|finish)'
const upTo = (most: number): string => `(?:[\\p{L}']+\\s+){0,${most}}?`

/** "What we're going to do about it", "How we keep this from coming back": only the future answers. */
const question = new RegExp(
  `^\\P{L}*(?:so\\s+)?(?:what\\s+(?:(?:we|i|they)(?:\\s+(?:are|am|will|plan|intend|want|need|have|must|should|can)|'(?:re|ll|m))|(?:are|will|should|can|must|do)\\s+(?:we|i|they)|(?:should|will|must|can|needs\\s+to|has\\s+to|is\\s+going\\s+to))\\s+${upTo(3)}${doing}(?!\\p{L})|how\\s+${upTo(3)}(?:keep|stop|prevent|avoid|ensure|make\\s+sure)(?!\\p{L})|(?:making\\s+sure|keeping\\s+(?:it|this|that))(?!\\p{L}))`,
  'iu',
)

/** "Things we still have to change", "what I'd like to do". */
const intention = new RegExp(
  `(?<!\\p{L})(?:(?:have|has|need|needs|want|wants|plan|plans|intend|hope|going|like|got|left|still|yet|remains)\\s+to|gonna|we'll|i'll|will)\\s+(?:be\\s+)?${upTo(1)}${doing}(?!\\p{L})`,
  'iu',
)

/** Words for preventing, in every language that we read. What was or could have been prevented is past. */
const prevention = new RegExp(
  [
    '(?<!\\p{L})(?:prevent|preventing|avoid|avoiding)(?!\\p{L})',
    "(?:never|not|n't|from)\\s+(?:\\p{L}+\\s+){0,2}(?:again|recur|recurring|reoccur|repeat)(?!\\p{L})|less\\s+likely",
    '(?<!\\p{L})(?:evitar|prevenir|impedir|éviter|prévenir|empêcher)(?:l[oae]s?|emos)?(?!\\p{L})|se\\s+repita|vuelva\\s+a|volte\\s+a|se\\s+reprodui[st]',
    '(?<!\\p{L})(?:zu\\s+)?(?:verhindern|vermeiden|vorbeugen)(?!\\p{L})|(?:nicht|nie)\\s+(?:mehr|wieder|noch\\s+einmal|nochmal|erneut)',
    '(?<!\\p{L})(?:unngå|unngår|hindre|hindrer|forhindre|forhindrer|forebygge|forebygger|förhindra|undvika|undgå)(?!\\p{L})|skjer?\\s+igjen|gjentar?\\s+seg',
    'предотвратить|избежать|избегаем|не\\s+допустить|недопущени|не\\s+повтор|больше\\s+не',
    '如何(?:避免|防止|预防|杜绝)|怎么(?:避免|防止)|(?:避免|防止)(?:再次|重复|类似)|不再(?:发生|出现)',
    '再発(?:を)?(?:防|させ)|繰り返さな|재발|반복되지',
  ].join('|'),
  'iu',
)

/** "Plan for next year", "Post-outage plan". */
const planName =
  /^\P{L}*(?:(?:the|our|my)\s+)?(?:plans?\s+(?:for\s+(?:the\s+)?(?:next|future|coming)|to\s+\p{L}|going\s+forward)|post[- ]\p{L}+\s+plan\b)/iu

/** What the same words ask about the past, about others, or in vain. */
const pastOrOthers =
  /\b(?:why|did|was|were|had|could\s+have|should\s+have|failed|prevented|avoided|already|have\s+done|done\s+so\s+far|you|users?|customers?|subscribers?|attempts?|tried)\b|n't\s+have\b|\bpour(?:quoi)\b|\bwarum\b|\bpor qu[eé]\b|почему|為什麼|为什么|なぜ|왜/i
const negated = /\b(?:not|never|won't)\b|n't\b/i

/** "What we are not going to do", "Won't fix": work that will not be done. "Not again" and "not yet" are no such. */
const refused =
  /(?:\b(?:not|never)|n't)\s+(?:going\s+to|gonna|planned|planning|pursuing|pursued|do(?:ing)?|chang(?:e|ing)|fix(?:ing)?|address(?:ing)?|build(?:ing)?)\b(?!.*\b(?:again|anymore|recur|future)\b)/i

/** Whether the name of a section asks or tells what was, or speaks of others. */
export function asksForPast(text: string): boolean {
  return pastOrOthers.test(text.replaceAll('’', "'"))
}

/** Whether the name of a section asks or tells what will be done, or how the incident will be prevented. */
export function asksForFuture(text: string): boolean {
  const words = text.replaceAll('’', "'")
  if (pastOrOthers.test(words)) return false
  return (
    prevention.test(words) ||
    planName.test(words) ||
    (!negated.test(words) && (question.test(words) || intention.test(words)))
  )
}

/** "What we did to fix it", "How did we stop it?": what was done is no work to come. */
const accomplished =
  /^\P{L}*(?:what|how)\s+(?:did\s+(?:we|i|they)\b|(?:we|i|they|the\s+team)\s+(?:did|fixed|solved|resolved|stopped|prevented|changed|mitigated)\b|(?:was|were|has\s+been|it\s+was)\b)(?!.*\b(?:and|will|next|can|should)\b)/iu

/** "Recommended actions for users", "What you can do": work that others may do. */
const toOthers =
  /^\P{L}*(?:what|how)\s+(?:(?:can|could|should|do|must)\s+)?(?:you|users?|customers?)\b|\bfor\s+(?:\w+\s+){0,2}(?:users|customers|clients|operators|readers|subscribers|merchants|downstreams?)\W*$|(?<!\p{L})(?:para|pour|für|for|для)\s+(?:\p{L}+\s+)?(?:usuári[oa]s|usuari[oa]s|clientes|utilisateurs|clients|kunden|nutzer|anwender|brukere|brukerne|kunder|пользователей|клиентов)\W*$|^(?:用户|客户|ユーザー|利用者|お客様)(?:向け|の皆様|应)/iu

/** Whether the name of a section speaks to its readers: "Protecting your project". */
export function addressesOthers(text: string): boolean {
  return /\byou(?:r|rs|rself|rselves)?\b/i.test(text) || toOthers.test(text)
}

/** "Do" and "Don't" side by side: rules for others. */
const dont = /^\P{L}*don't\P{L}*$/iu

/** Whether the name of a section says that what stands below will not be done, was done, or is for others to do. */
export function refusesWork(text: string): boolean {
  const words = text.replaceAll('’', "'")
  return dont.test(words) || refused.test(words) || accomplished.test(words) || toOthers.test(words)
}
