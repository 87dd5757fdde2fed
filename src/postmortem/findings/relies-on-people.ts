import type { ItemRule } from './types.ts'

const somebody =
  '(?:everyone|everybody|people|all (?:staff|engineers|developers)|(?:the |our |all )?(?:team members|teams?|staff|developers?|engineers?|operators?|admins?|members))'

/** Wordings whose only effect is in somebody's head. Each begins a sentence or the description after a title. */
const carefulness = [
  'be (?:more |very |extra )?(?:careful|vigilant|mindful|diligent|cautious|attentive|aware)',
  'pay(?:ing)? (?:more |closer |careful |special )?attention',
  '(?:exercise|use|take) (?:more |extra |greater |better )?(?:care|caution)(?! of)',
  '(?:always )?remember(?:ing)? (?:to|that)',
  "(?:don't|do not|never) forget",
  `remind(?:ing)? ${somebody}`,
  `(?:ensure|make sure|encourage|ask|tell|urge) (?:that )?${somebody} (?:to |will |must |should )?(?:be |is |are |always |never |aware|remember|know|check|double|follow|understand|think|verif|pay)`,
  'make sure (?:that )?you\\b',
  '(?:always )?double[- ]check',
  '(?:manually|visually) (?:check|verify|review|inspect)',
  'try (?:harder|not to|to be|to remember)',
  'avoid (?:human error|making mistakes|mistakes)',
  '(?:raise|increase) awareness',
  '(?:always )?test(?:ing)? (?:your|the|all|any|every) [\\w ]{1,30} before (?:deploy|releas|push|merg)',
  '(?:conduct|provide|schedule|hold|organize|run) [^.]{0,80}\\b(?:training|sessions?|workshops?)\\b[^.]{0,80}\\bthe importance of\\b',
]
/** A rule to follow, where nothing more is said about how it is kept. */
const rule = "(?:always|never|don't|do not) [^.:;–—]{1,120}[.!]?$"

const speaker =
  '(?:(?:we|everyone|people|developers|engineers|the team|staff)(?: (?:will|should|must|(?:need|needs|have|has) to))? |please |just )?'
const reliance = new RegExp(`(?:^|[.:;!?]\\s+)${speaker}(?:(?:${carefulness.join('|')})|${rule})`, 'i')

/** What does not forget: with it, the rest of the sentence is no more than its reason. */
const machine =
  /\b(?:automat\w+|e2e|end-to-end|ci|lint\w*|pre-commit|hooks?|scripts?|pipelines?|staging|block\w*|reject\w*|enforc\w*)\b/i

/** A fix that works only as long as people are careful. English only. */
export const reliesOnPeople: ItemRule = {
  id: 'relies-on-people',
  severity: 'warning',
  check: ({ text }) =>
    reliance.test(text.replaceAll('’', "'")) && !machine.test(text)
      ? 'This relies on people being careful every time, and people forget. Let a machine do it, or make the mistake impossible, for example “Reject deletes without a WHERE clause in the admin console”.'
      : null,
}
