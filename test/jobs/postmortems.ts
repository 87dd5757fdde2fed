/** A short postmortem; its first item stands on line 7. */
export const postmortem = (...items: string[]): string =>
  [
    '# Checkout outage',
    '',
    'Date: 2026-03-01',
    '',
    '## Action items',
    '',
    ...items.map((item) => `- ${item}`),
    '',
  ].join('\n')
