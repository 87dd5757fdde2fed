import { describe, expect, test } from '@jest/globals'
import { readName } from '../../../src/postmortem/sections/names.ts'

describe('readName', () => {
  test.each([
    ['specific', 'Action items'],
    ['specific', '5. Action Items (owners below)'],
    ['specific', 'List of tasks to address the issue:'],
    ['specific', 'Post-incident action items'],
    ['specific', 'Lessons learned and action items'],
    ['specific', 'Plan de acción'],
    ['specific', '行动项'],
    ['specific', 'アクションアイテム'],
    ['specific', '액션 아이템'],
    ['measures', 'Corrective and Preventative Measures'],
    ['measures', 'How do we make sure this never happens again?'],
    ['measures', 'What’s next?'],
    ['measures', 'Remediation: how we mend it'],
    ['measures', 'Long-term improvements'],
    ['measures', 'Maßnahmen'],
    ['measures', 'Next'],
    ['measures', '4. The plan'],
    ['measures', 'Still open'],
    ['measures', 'The Battle Plan'],
    ['other', 'Schlusswort'],
    ['other', 'The End'],
    [null, 'By the end of May'],
    [null, 'Closing the gaps'],
    ['measures', 'Was machen wir anders?'],
    ['measures', 'What we’re going to do'],
    ['measures', 'To make sure that we don’t repeat this'],
    ['other', 'Don’t'],
    ['measures', 'Что изменим'],
    ['measures', 'Suites à donner'],
    ['measures', '今後の取り組み'],
    [null, 'Next release'],
    ['other', 'What we are not going to do'],
    ['measures', 'Forebyggende tiltak'],
    ['measures', 'Дальнейшие шаги'],
    ['measures', 'Próximos passos'],
    ['measures', 'Mesures préventives'],
    ['measures', 'Steps we are taking'],
    ['measures', 'Tickets'],
    [null, 'Tickets sold twice'],
    ['other', 'Corrective actions taken'],
    ['specific', 'Tâches à réaliser'],
    ['measures', 'Acciones a corto plazo'],
    ['measures', 'Handlungsempfehlungen'],
    ['measures', 'План мероприятий'],
    ['other', '应急措施'],
    ['measures', '재발 방지 방안'],
    ['broad', 'Hva kan vi gjøre bedre?'],
    ['broad', 'Improvements/Fixes'],
    ['specific', 'Improvements (action items)'],
    ['measures', 'Stabilization plan'],
    ['broad', 'What can be improved'],
    ['other', 'Timeline'],
    ['other', 'Actions taken'],
    ['other', 'Lessons learned'],
    ['other', 'Causa raíz'],
    ['other', 'What the pump taught us'],
    ['measures', '4. Acciones correctoras'],
    ['measures', 'Plan for next summer'],
    ['measures', 'Remediation and design changes'],
    ['measures', 'Quick wins & bigger bets'],
    ['measures', 'Umbau und Maßnahmen'],
    [null, 'Pumps and valves'],
    [null, 'Backend'],
    [null, 'Task queue of the importer stopped during deploys of the action service'],
  ])('%s: %s', (role, name) => {
    expect(readName(name).role).toBe(role)
  })

  test('tells names that say nothing else', () => {
    expect(readName('Our next steps').exact).toBe(true)
    expect(readName('Next steps for the billing crew').exact).toBe(false)
  })

  test.each(['Short term', 'Right away', 'Over the next months', 'Later this year'])(
    'tells time: %s',
    (name) => {
      expect(readName(name).horizon).toBe(true)
    },
  )

  test('tells names whose items are finished', () => {
    expect(readName('Immediate actions (completed)').finished).toBe(true)
    expect(readName('Immediate actions').finished).toBe(false)
  })
})
