import { casual } from 'chrono-node/de'
import { dateReader } from './date-reader.ts'
import type { Lexicon } from './types.ts'
import { words } from './types.ts'

/**
 * chrono-node knows no Norwegian; its German reads all Norwegian months but two, which differ in one letter.
 * The replacements keep the length, so that positions in the text stay true.
 */
const germanMonths = (text: string): string =>
  text.replaceAll(/desember/gi, 'Dezember').replaceAll(/mars/gi, 'März')
const german = dateReader(casual, /Dezember|März/)

export const norwegian: Lexicon = {
  labels: {
    action: words(
      'aksjon, aksjoner, tiltak, oppgave, oppgaver, gjøremål, handling, neste steg, aksjonspunkt',
    ),
    description: words('beskrivelse, detaljer, sammendrag'),
    owner: words('eier, eiere, ansvarlig, ansvarlige, tildelt, tildelt til, ansvar, utføres av'),
    due: words('frist, tidsfrist, forfall, forfallsdato, ferdig innen'),
    priority: words('prioritet, viktighet, prioritering'),
    status: words('status, tilstand, framdrift, fremdrift'),
    ticket: words('sak, saker, referanse, lenke, lenker, jira-sak'),
    kind: words('type, kategori'),
    number: words('nr, nummer'),
    note: words('merknad, merknader, kommentar, kommentarer, notat, notater, begrunnelse'),
  },
  headers: {
    action: words('hva, forbedring'),
    owner: words('hvem, team'),
    due: words('når, innen når, dato, innen'),
    priority: words('alvorlighet'),
    status: words('ferdig, utført'),
  },
  done: words('utført, ferdig, gjort, løst, lukket, fullført, fikset, ja, avsluttet, levert, klar'),
  open: words('ikke, åpen, pågår, under arbeid, planlagt, delvis, venter, startet, påbegynt, nei, gjenstår'),
  nobody: words('ingen, ukjent, ikke tildelt, ikke bestemt, avklares, navn, dato'),
  priorities: words('høy, middels, lav, kritisk, haster'),
  foremost: words('høyeste prioritet, topprioritet'),
  pressing: { verbs: words('er, ble, blir'), words: words('haster, kritisk') },
  and: words('og, eller'),
  team: words('team, avdeling, gruppen'),
  teamBefore: words('team, avdeling'),
  by: words('innen, før, senest, senest innen, frist'),
  within: words('innen, om, i løpet av, i løpet av de neste, de neste'),
  units: {
    day: words('dag, dager'),
    'working day': words('virkedager, arbeidsdager'),
    week: words('uke, uker'),
    month: words('måned, måneder'),
    year: words('år'),
  },
  quarter: words('kvartal, kvartalet'),
  numbers: {
    en: 1,
    to: 2,
    tre: 3,
    fire: 4,
    fem: 5,
    seks: 6,
    sju: 7,
    åtte: 8,
    ni: 9,
    ti: 10,
    elleve: 11,
    tolv: 12,
    ett: 1,
    et: 1,
  },
  periods: {
    today: words('i dag'),
    'this week': words('denne uken, denne uka, slutten av uken, i løpet av uken'),
    'next week': words('neste uke, i neste uke'),
    'this month': words('denne måneden, slutten av måneden, i løpet av måneden'),
    'next month': words('neste måned'),
    'this quarter': words('dette kvartalet, slutten av kvartalet'),
    'next quarter': words('neste kvartal'),
    'this year': words('i år, dette året, slutten av året'),
    'next year': words('neste år'),
  },
  monthParts: {
    early: words('begynnelsen av, tidlig i'),
    mid: words('midten av, medio'),
    end: words('slutten av, ultimo'),
  },
  incident: {
    start: words('dato for hendelsen, hendelsesdato, startet, starttidspunkt, start'),
    date: words('dato, varighet, tidspunkt, tidsrom, når'),
    severity: words('alvorlighetsgrad, alvorlighet'),
  },
  dates: {
    parse: (text, reference, option) => german.parse(germanMonths(text), reference, option),
  },
}
