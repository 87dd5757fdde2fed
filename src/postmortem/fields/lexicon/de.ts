import { casual } from 'chrono-node/de'
import { dateReader, namesOfDays } from './date-reader.ts'
import type { Lexicon } from './types.ts'
import { words } from './types.ts'

export const german: Lexicon = {
  labels: {
    action: words('aktion, maßnahme, massnahme, aufgabe, tätigkeit, nächster schritt, to-do, verbesserung'),
    description: words('beschreibung, details, zusammenfassung, umsetzung'),
    owner: words(
      `verantwortlich, verantwortliche, verantwortlicher, verantwortliche person, zuständig, zuständige person, zuständigkeit, bearbeiter, bearbeiterin, besitzer, eigentümer, zugewiesen an, ansprechpartner, verantwortung`,
    ),
    due: words(
      'fällig, fällig am, fällig bis, fälligkeit, fälligkeitsdatum, frist, termin, bis wann, zieldatum, zieltermin, deadline',
    ),
    priority: words('priorität, dringlichkeit, wichtigkeit, prio'),
    status: words('status'),
    ticket: words('ticket, verweis, vorgang, verknüpfung, referenz, aufgabe-link'),
    kind: words('art, typ, kategorie, bereich'),
    number: words('nr, nr., nummer, lfd. nr., lfd nr'),
    note: words(
      'bemerkung, bemerkungen, anmerkung, anmerkungen, kommentar, notiz, notizen, begründung, aufwand, hinweis, nachweis',
    ),
  },
  headers: {
    action: words('was, punkt, schritt'),
    owner: words('wer, durch'),
    due: words('wann, bis wann, datum, bis'),
    status: words('erledigt, abgeschlossen, stand, fortschritt, zustand'),
  },
  done: words(
    'erledigt, fertig, abgeschlossen, umgesetzt, behoben, geschlossen, gelöst, ja, beendet, implementiert',
  ),
  open: words(
    'nicht, offen, in arbeit, in bearbeitung, geplant, teilweise, ausstehend, begonnen, nein, laufend, blockiert',
  ),
  nobody: words(
    'offen, niemand, keiner, unbekannt, noch offen, wird noch festgelegt, nicht zugewiesen, tbd, unklar, keine, keins, folgt',
  ),
  priorities: words('hoch, mittel, niedrig, kritisch, dringend, gering, sehr hoch, hohe, mittlere, niedrige'),
  foremost: words('höchste priorität, oberste priorität, höchster priorität, oberster priorität'),
  pressing: { verbs: words('ist, wird, wurde'), words: words('dringend, kritisch') },
  and: words('und, sowie'),
  team: words('team, abteilung, gruppe'),
  teamBefore: words('team, abteilung, gruppe'),
  by: words('bis, bis zum, bis spätestens, spätestens, spätestens bis, vor, fällig am, fällig'),
  within: words('innerhalb von, innerhalb der nächsten, in, in den nächsten, binnen'),
  units: {
    day: words('tag, tage, tagen'),
    'working day': words('werktag, werktage, werktagen, arbeitstage, arbeitstagen'),
    week: words('woche, wochen'),
    month: words('monat, monate, monaten, monats'),
    year: words('jahr, jahre, jahren'),
  },
  quarter: words('quartal'),
  numbers: {
    ein: 1,
    zwei: 2,
    drei: 3,
    vier: 4,
    fünf: 5,
    sechs: 6,
    sieben: 7,
    acht: 8,
    neun: 9,
    zehn: 10,
    elf: 11,
    zwölf: 12,
    einer: 1,
    einem: 1,
    eine: 1,
  },
  periods: {
    today: words('heute'),
    'this week': words('diese woche, ende der woche, ende dieser woche, wochenende'),
    'next week': words('nächste woche, nächster woche, kommende woche, ende nächster woche'),
    'this month': words('diesen monat, dieser monat, ende des monats, monatsende, ende diesen monats'),
    'next month': words('nächsten monat, nächster monat, ende nächsten monats, kommenden monat'),
    'this quarter': words('dieses quartal, ende des quartals, quartalsende, aktuelles quartal'),
    'next quarter': words('nächstes quartal, nächsten quartal, nächsten quartals, kommendes quartal'),
    'this year': words('dieses jahr, ende des jahres, jahresende'),
    'next year': words('nächstes jahr, ende nächsten jahres'),
  },
  monthParts: { early: words('anfang'), mid: words('mitte'), end: words('ende') },
  incident: {
    start: words('vorfallsdatum, datum des vorfalls, beginn, start, beginn der störung, startzeit, begonnen'),
    date: words('datum, zeitraum, dauer, wann'),
    severity: words('schweregrad, schwere, kritikalität, stufe'),
  },
  dates: dateReader(
    casual,
    namesOfDays(
      'januar februar feber märz april mai juni juli august september oktober november dezember montag dienstag mittwoch donnerstag freitag samstag sonntag',
      'heute morgen',
    ),
  ),
}
