import { casual } from 'chrono-node/fr'
import { dateReader, namesOfDays } from './date-reader.ts'
import type { Lexicon } from './types.ts'
import { words } from './types.ts'

export const french: Lexicon = {
  labels: {
    action: words(
      `action, actions, tâche, tache, mesure, mesure corrective, action corrective, action préventive, à faire, prochaine étape, amélioration, correctif, recommandation`,
    ),
    description: words('description, détail, détails, résumé'),
    owner: words(
      'responsable, propriétaire, porteur, pilote, assigné, assigné à, assignée, attribué à, affecté à, en charge',
    ),
    due: words(
      `échéance, echéance, echeance, date limite, date d'échéance, date butoir, date cible, pour le, livraison, date prévue`,
    ),
    priority: words('priorité, priorite, urgence, importance'),
    status: words('statut, état, etat'),
    ticket: words('ticket, lien, liens, référence, suivi'),
    kind: words('type, catégorie, nature'),
    number: words('n°, no, numéro, num'),
    note: words(
      'remarque, remarques, commentaire, commentaires, note, notes, justification, critère de succès, vérification',
    ),
  },
  headers: {
    action: words('quoi, étape'),
    owner: words('qui, équipe'),
    due: words('quand, pour quand, date, délai, delai'),
    status: words('fait, terminé, avancement'),
  },
  done: words(
    'fait, faite, terminé, terminée, termine, fini, finie, résolu, résolue, clos, close, clôturé, livré, corrigé, déployé, oui, achevé, complété',
  ),
  open: words(`
    pas, non, à faire, a faire, en cours, ouvert, ouverte, planifié, prévu, partiellement, en attente, à venir, bloqué`),
  nobody: words(
    'à définir, a définir, à déterminer, à confirmer, non assigné, non attribué, inconnu, aucun, aucune, personne, néant, nom, date',
  ),
  priorities: words(
    'haute, moyenne, basse, élevée, faible, critique, urgent, urgente, haut, moyen, bas, normale, majeure, mineure',
  ),
  foremost: words('priorité absolue, priorité maximale'),
  pressing: {
    verbs: words('est, devient, est devenu, est devenue'),
    words: words('urgent, urgente, critique'),
  },
  and: words('et, ou'),
  team: words('équipe, equipe'),
  teamBefore: words("équipe, l'équipe, équipe de, service, pôle"),
  by: words(
    "avant, avant le, avant la, d'ici, d’ici, d'ici le, d'ici la, d'ici au, pour le, jusqu'au, au plus tard le",
  ),
  within: words("dans, d'ici, d’ici, sous, dans les, sous les, dans un délai de"),
  units: {
    day: words('jour, jours'),
    'working day': words('jour ouvré, jours ouvrés, jours ouvrables'),
    week: words('semaine, semaines'),
    month: words('mois'),
    year: words('an, ans, année, années'),
  },
  quarter: words('trimestre'),
  numbers: {
    un: 1,
    deux: 2,
    trois: 3,
    quatre: 4,
    cinq: 5,
    six: 6,
    sept: 7,
    huit: 8,
    neuf: 9,
    dix: 10,
    onze: 11,
    douze: 12,
    une: 1,
  },
  periods: {
    today: words("aujourd'hui, aujourd’hui"),
    'this week': words(
      'cette semaine, fin de semaine, fin de la semaine, la fin de la semaine, fin de cette semaine',
    ),
    'next week': words('semaine prochaine, la semaine prochaine, fin de semaine prochaine'),
    'this month': words('ce mois, ce mois-ci, fin du mois, la fin du mois, fin de mois'),
    'next month': words('mois prochain, le mois prochain, fin du mois prochain'),
    'this quarter': words('ce trimestre, fin du trimestre, la fin du trimestre, fin de trimestre'),
    'next quarter': words(
      'trimestre prochain, prochain trimestre, le trimestre prochain, le prochain trimestre',
    ),
    'this year': words("cette année, fin d'année, fin de l'année, la fin de l'année"),
    'next year': words("année prochaine, l'année prochaine"),
  },
  monthParts: { early: words('début'), mid: words('mi, mi-'), end: words('fin, la fin') },
  incident: {
    start: words("date de l'incident, début, debut, début de l'incident, date de début, heure de début"),
    date: words('date, durée, période, fenêtre, quand'),
    severity: words('sévérité, severite, gravité, criticité, niveau de gravité'),
  },
  dates: dateReader(
    casual,
    namesOfDays(
      'janvier février fevrier mars avril mai juin juillet août septembre octobre novembre décembre decembre lundi mardi mercredi jeudi vendredi samedi dimanche',
      'demain',
    ),
  ),
}
