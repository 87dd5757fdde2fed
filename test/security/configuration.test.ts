import { describe, expect, test } from '@jest/globals'
import { parseConfig } from '../../src/config/parse.ts'
import { configurationCheck } from '../../src/render/check.ts'
import { attacks } from '../render/attacks.ts'
import { dangers } from '../render/reading.ts'
import { IMPATIENT, mergeFiles, openStage } from '../stage.ts'
import { answerOf } from './own-process.ts'

const CONFIG = '.github/followthrough.yml'
const POSTMORTEM = '# Outage\n\n## Action items\n\n- Replace the fuse\n'

const numbers = (count: number): number[] => Array.from({ length: count }, (_, index) => index)

/** Whether a path is a postmortem under a configuration. */
const isPostmortem = (patterns: string[], path: string): string =>
  answerOf(
    `import { parseConfig } from './src/config/parse.ts'
     import { postmortemMatcher } from './src/config/paths.ts'
     const [repository, path] = JSON.parse(INPUT)
     const result = parseConfig({ repository })
     console.log(result.ok ? postmortemMatcher(result.config)(path) : result.problems)`,
    JSON.stringify([`postmortems: ${JSON.stringify(patterns)}`, path]),
  )

describe('patterns that a backtracking matcher needs days for', () => {
  test.each<[string, string[], string]>([
    ['optional letters', [`${'{a,}'.repeat(40)}b.md`], `${'a'.repeat(40)}.md`],
    ['letters that overlap', [`${'{a,aa}'.repeat(30)}b.md`], `${'a'.repeat(60)}.md`],
    ['asterisks', ['**/*a*a*a/**/*a*a*a/**/*a*a*ab.md'], `${`${'a'.repeat(200)}/`.repeat(15)}a.md`],
  ])('made of %s are matched all the same', (_, patterns, path) => {
    expect(isPostmortem(patterns, path)).toBe('false')
  })
})

const LAUGHS = numbers(30).map((n) => `l${n + 1}: &l${n + 1} [${`*l${n},`.repeat(9)}]`)

test('a configuration that is made to blow up is refused', () => {
  const bombs = {
    'aliases that multiply': ['l0: &l0 [ha]', ...LAUGHS].join('\n'),
    'lists in lists': '['.repeat(50_000),
    'entries in entries': '- '.repeat(50_000),
    'mappings in mappings': numbers(5_000)
      .map((n) => `${' '.repeat(n % 300)}a:`)
      .join('\n'),
    'keys without end': numbers(20_000)
      .map((n) => `k${n}:`)
      .join('\n'),
    'more than fits': `removed: keep #${'x'.repeat(100_000)}`,
  }
  const script = `
    import { parseConfig } from './src/config/parse.ts'
    const refused = Object.entries(JSON.parse(INPUT)).filter(([, repository]) => !parseConfig({ repository }).ok)
    console.log(refused.map(([what]) => what).join('; '))`
  expect(answerOf(script, JSON.stringify(bombs))).toBe(Object.keys(bombs).join('; '))
})

/** Everything that a configuration with this text in all its parts makes the check say. */
const checkOf = (text: string): ReturnType<typeof configurationCheck> => {
  const quoted = JSON.stringify(text)
  const files = [
    `${quoted}: 1`,
    `labels: {${quoted}: 1}`,
    `require: [${quoted}]`,
    `- *${text}`,
    `- !${text} 1`,
    text,
  ]
  const problems = files.flatMap((repository) => {
    const result = parseConfig({ repository })
    return result.ok ? [] : result.problems
  })
  expect(problems.length).toBeGreaterThan(2)
  return configurationCheck(problems, true)
}

describe('a mistake in the configuration that quotes', () => {
  test.each(Object.entries(attacks))('%s is told without doing harm', (_, attack) => {
    const { summary, annotations } = checkOf(attack)
    expect(dangers(summary)).toEqual([])
    for (const { message } of annotations) {
      expect(message).not.toMatch(/\p{Cc}|[\u{202a}-\u{202e}\u{2066}-\u{2069}\u{e0000}-\u{e007f}]/u)
      // GitHub refuses the whole check where an annotation has more than 64 KB.
      expect(message.length).toBeLessThan(2_000)
    }
  })
})

test.each(['__proto__', 'constructor', 'toString', 'labels: {__proto__', 'due: {constructor'])(
  'the key %s changes nothing and is told',
  (key) => {
    const result = parseConfig({ repository: `${key}: {dashboard: false}${key.includes('{') ? '}' : ''}` })
    expect(result).toMatchObject({
      ok: false,
      problems: [{ message: expect.stringContaining('not a known key') }],
    })
    expect({}).not.toHaveProperty('dashboard')
  },
)

test('a configuration can send the app nowhere but to GitHub, and there to repositories of the same owner', async () => {
  const stage = await openStage({ private: true }, IMPATIENT)
  const repositories = ['http://127.0.0.1:9/x', '../../orgs', 'umbrella/vault', '..', 'acme/shop/../vault']
  for (const [index, repository] of repositories.entries()) {
    await mergeFiles(stage.story, {
      [CONFIG]: `issues: {repository: ${JSON.stringify(repository)}, allowPublic: true}`,
      [`postmortems/${index}.md`]: POSTMORTEM,
    })
    await stage.play()
  }
  for (const { path, body } of stage.github.requests()) {
    expect(path).toMatch(/^\/(?:graphql|repos\/acme\/shop\/|app\/)/)
    expect(JSON.stringify(body ?? '')).not.toMatch(/"(?:owner|repo)\d*":"(?!acme"|shop")/)
  }
  expect(await stage.story.listIssues()).toEqual([])
  await stage.close()
})

test('a configuration that is no text is told, and not taken for none', async () => {
  const stage = await openStage({}, IMPATIENT)
  const pull = await mergeFiles(stage.story, {
    [CONFIG]: Buffer.from('issues: {repository: secrets}', 'utf16le'),
    'postmortems/a.md': POSTMORTEM,
  })
  await stage.play()
  expect(await stage.story.listIssues()).toEqual([])
  expect((await stage.story.listComments(pull))[0]?.body).toContain('not text in UTF-8')
  await stage.close()
})
