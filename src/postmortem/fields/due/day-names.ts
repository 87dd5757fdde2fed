/** Languages whose written dates are read. */
const languages = ['en', 'de', 'fr', 'es', 'pt', 'nb', 'ru']
/** So much of a name is enough to tell it from most other words, and short enough for its abbreviations. */
const prefixLength = 3
/** What names a day without a month or weekday. */
const tomorrow = [
  'today',
  'tomorrow',
  'tonight',
  'heute',
  'morgen',
  'demain',
  'hoy',
  'mañana',
  'hoje',
  'amanhã',
  'завтра',
]

/** Names are asked of the platform: of months as they stand beside a day (мая, not май), and of weekdays. */
const names = languages.flatMap((language) => {
  const date = new Intl.DateTimeFormat(language, {
    day: 'numeric',
    month: 'long',
    weekday: 'long',
    timeZone: 'UTC',
  })
  const months = Array.from({ length: 12 }, (_, index) => Date.UTC(2024, index, 1))
  const week = Array.from({ length: 7 }, (_, index) => Date.UTC(2024, 0, index + 1))
  return [...months, ...week]
    .flatMap((day) => date.formatToParts(day))
    .flatMap(({ type, value }) => (type === 'month' || type === 'weekday' ? [value] : []))
})
const prefixes = new Set([...names, ...tomorrow].map((name) => name.toLowerCase().slice(0, prefixLength)))
const anyName = new RegExp(String.raw`(?<!\p{L})(?:${[...prefixes].join('|')})`, 'iu')
const spaceless = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u

/**
 * Whether a text can hold a date that is written in words: one names a month, a weekday or tomorrow. A cheap
 * question before the dear one which date it is; scripts without spaces are always asked on.
 */
export const namesDay = (text: string): boolean => anyName.test(text) || spaceless.test(text)
