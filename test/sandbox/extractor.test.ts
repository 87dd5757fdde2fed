import { afterEach, describe, expect, test } from '@jest/globals'
import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { createExtractor, type Extractor, type ExtractorSettings } from '../../src/sandbox/extractor.ts'

const run = promisify(execFile)
const opened: Extractor[] = []
afterEach(() => Promise.all(opened.splice(0).map((extractor) => extractor.close())))

function open(settings?: ExtractorSettings): Extractor {
  const extractor = createExtractor(settings)
  opened.push(extractor)
  return extractor
}

const worker = (name: string): URL => new URL(`workers/${name}.ts`, import.meta.url)

describe('an extractor', () => {
  test('reads a postmortem', async () => {
    const postmortem = await open().extract('# Outage\n\n## Action items\n\n- Add an alert\n')
    expect(postmortem).toMatchObject({ title: 'Outage', items: [{ text: 'Add an alert', line: 5 }] })
  })

  test('passes the day that relative due dates count from', async () => {
    const text = '## Action items\n\n- Add an alert (due: in two weeks)\n'
    const postmortem = await open().extract(text, { referenceDate: '2026-03-02' })
    expect(postmortem).toMatchObject({ items: [{ due: '2026-03-16' }] })
  })

  test('answers concurrent calls each with their own text', async () => {
    const extractor = open()
    const titles = ['First', 'Second', 'Third']
    const postmortems = await Promise.all(titles.map((title) => extractor.extract(`# ${title}`)))
    expect(postmortems).toMatchObject(titles.map((title) => ({ title })))
  })

  test('says on which line a text is too complex', async () => {
    expect(await open().extract(`# Outage\n\n${'> '.repeat(500)}a`)).toEqual({
      unreadable: 'too-complex',
      message: 'Too complex to read: line 3 nests lists and quotes more than 100 levels deep.',
    })
  })

  test('says so where HTML is nested deeper than the stack is', async () => {
    expect(await open().extract(`# Outage\n\n## Action items\n\n${'<ul><li>'.repeat(10_000)}`)).toEqual({
      unreadable: 'too-complex',
      message: 'Too complex to read: its parts are nested too deeply.',
    })
  })

  test('stops a text that takes too long, and reads the next one', async () => {
    const extractor = open({ deadlineMs: 300, workerUrl: worker('endless') })
    const answers = await Promise.all(['loop', 'fine'].map((text) => extractor.extract(text)))
    expect(answers).toEqual([
      { unreadable: 'too-complex', message: 'Too complex to read: reading it takes more than 0.3 seconds.' },
      { title: 'fine' },
    ])
  })

  test('stops a text that takes too much memory, and reads the next one', async () => {
    const extractor = open({ deadlineMs: 20_000, heapMb: 64, workerUrl: worker('endless') })
    const answers = await Promise.all(['eat', 'fine'].map((text) => extractor.extract(text)))
    expect(answers).toEqual([
      {
        unreadable: 'too-complex',
        message: 'Too complex to read: reading it takes more than 64 MB of memory.',
      },
      { title: 'fine' },
    ])
  }, 20_000)

  test('fails where its worker cannot start, instead of blaming the text', async () => {
    const extractor = open({ workerUrl: worker('broken') })
    await expect(extractor.extract('# Outage')).rejects.toThrow('a module is missing')
  })

  test('finishes what it was asked for before it closes', async () => {
    const extractor = open()
    const postmortem = extractor.extract('# Outage')
    await extractor.close()
    expect(await postmortem).toMatchObject({ title: 'Outage' })
  })

  test('lets the process end without being closed', async () => {
    const extractor = new URL('../../src/sandbox/extractor.ts', import.meta.url).href
    const program = `
      import { createExtractor } from '${extractor}'
      console.log((await createExtractor().extract('# Outage')).title)`
    const { stdout } = await run(process.execPath, ['--input-type=module', '--eval', program])
    expect(stdout).toBe('Outage\n')
  }, 20_000)
})
