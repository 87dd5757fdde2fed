import { describe, expect, test } from '@jest/globals'
import {
  commits,
  concludes,
  introduces,
  looksBack,
  startsWithAction,
} from '../../../src/postmortem/items/wording.ts'

describe('a sentence that commits to work', () => {
  test.each([
    'Sería bueno contar a los pasajeros.',
    'Contaremos a los pasajeros.',
    'La tripulación revisará la puerta.',
    'Seria bom contar os passageiros.',
    'Os marinheiros contarão os passageiros.',
    'Il faudrait compter les passagers.',
    'Nous compterons les passagers.',
    'Es wäre sinnvoll, zu zählen.',
    'Det ville vært lurt med en teller.',
    'Хорошо бы считать пассажиров.',
    'Мы проверим ворота.',
    '乗客を数えるのが望ましい。',
    '승객을 세는 것이 좋습니다.',
  ])('%s', (sentence) => {
    expect(commits(sentence)).toBe(true)
  })

  test.each([
    'El verano fue largo.',
    'O verão foi longo.',
    'Il aurait fallu compter.',
    'Es wäre gut gewesen, zu zählen.',
    'Мы считаем каждый день.',
  ])('is none: %s', (sentence) => {
    expect(commits(sentence)).toBe(false)
  })
})

describe('a text that is no task', () => {
  test.each([
    'See the epic HARB-22.',
    'Please refer to the tracker.',
    'The crew agreed that a couple of things have to change.',
  ])('points elsewhere: %s', (text) => {
    expect(introduces(text)).toBe(true)
  })

  test.each(['See whether the gate counts twice', 'Refer passengers to the pier', 'See to the lights'])(
    'is a task: %s',
    (text) => {
      expect(introduces(text)).toBe(false)
    },
  )

  test('tells of a rule that was missing', () => {
    expect(commits('There was no list of what a crew has to check.')).toBe(false)
    expect(commits('The list was old, so the crew should write a new one.')).toBe(true)
    expect(commits('The list has to be new.')).toBe(true)
  })

  test('regrets what was not done', () => {
    expect(commits('In hindsight we should have noticed sooner.')).toBe(false)
    expect(commits('Wir hätten das früher bemerken sollen.')).toBe(false)
    expect(commits('We should have a second key.')).toBe(true)
  })

  test('tells what has been done, or need not be', () => {
    expect(looksBack('Counting has been added at the gate')).toBe(true)
    expect(looksBack('Check that the gate has been closed')).toBe(false)
    expect(commits("Passengers don't need to do anything.")).toBe(false)
    expect(looksBack('原因は鍵であった。')).toBe(true)
  })

  test('is a task behind a word that counts', () => {
    expect(startsWithAction('Third, count the passengers')).toBe(true)
    expect(startsWithAction('Third, the passengers')).toBe(false)
  })

  test.each([
    'Our thanks to the harbour.',
    'Many thanks go to the pilot.',
    'Muchas gracias al puerto.',
    'Agradecemos ao porto.',
    'Nous remercions le port.',
    'Vielen Dank an den Hafen.',
    'Tusen takk til havnen.',
    'Благодарим порт.',
    '感谢港口的同事。',
  ])('thanks at the end: %s', (sentence) => {
    expect(concludes(sentence)).toBe(true)
  })

  test.each([
    'Before the next sailing, count the passengers',
    'If the gate sticks, send the second pilot',
    'Antes de zarpar, contar a los pasajeros',
    'Avant de partir, compter les passagers du pont',
  ])('is a task behind a clause: %s', (text) => {
    expect(startsWithAction(text)).toBe(true)
  })

  test.each([
    'When the gate stuck, support answered the calls',
    'Once the deck was full, load grew',
    'If you sail alone, count the passengers',
  ])('is a story or advice behind a clause: %s', (text) => {
    expect(startsWithAction(text)).toBe(false)
  })

  test('hopes for the effect of the tasks above', () => {
    expect(concludes('This should make sure that no ferry sails empty.')).toBe(true)
    expect(concludes('By completing these tasks, we aim to sail with passengers.')).toBe(true)
    expect(concludes('By counting passengers, we will notice.')).toBe(false)
    expect(concludes('This should be automated.')).toBe(false)
  })
})
