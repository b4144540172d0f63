import type { PastPoll } from './past-polls';

const PLACES = ['Bank am Weg', 'Kletterbaum', 'Sonnensegel', 'Trinkbrunnen'];

/** Of each method one, and what its page has to say. */
export const POLLS: Record<string, PastPoll & { says: string[] }> = {
  yesNo: {
    question: 'Soll der Durchgang nachts beleuchtet bleiben?',
    method: 'YES_NO',
    countRule: 'plurality',
    labels: ['Ja', 'Nein'],
    ballots: [
      ['A', 19],
      ['B', 8],
      ['', 2],
    ],
    channels: ['WEB', 'KIOSK', 'PHONE'],
    says: [
      '„Ja“ hat mehr Stimmen als „Nein“: 19 zu 8.',
      'Auf 2 Stimmzetteln steht eine Enthaltung.',
      'Am Telefon',
    ],
  },
  approval: {
    question: 'Was soll zuerst auf den Platz?',
    method: 'UP_TO',
    countRule: 'approval',
    labels: PLACES,
    ballots: [
      ['AB', 11],
      ['AC', 6],
      ['B', 4],
      ['D', 2],
    ],
    says: ['17 Stimmen, mehr als jede andere Antwort.', '15 Stimmen, 2 weniger als „Bank am Weg“.'],
  },
  points: {
    question: 'Wie wichtig ist Ihnen was?',
    method: 'POINTS',
    countRule: 'points',
    labels: PLACES,
    ballots: [
      ['AB', 11],
      ['CA', 9],
    ],
    says: ['91 Punkte, mehr als jede andere Antwort.'],
  },
  runoff: {
    question: 'Wohin kommt der Bücherschrank?',
    method: 'RANKING',
    countRule: 'irv',
    labels: PLACES,
    ballots: [
      ['A', 9],
      ['BC', 8],
      ['CB', 6],
      ['D', 2],
    ],
    says: [
      'Hatte im 3. Durchgang mehr als die Hälfte: 14 von 23 Stimmen.',
      'Schied nach dem 1. Durchgang aus: 2 Stimmen.',
      'Blieb bis zuletzt dabei: 9 Stimmen, 5 weniger als „Kletterbaum“.',
    ],
  },
  schulze: {
    question: 'Welche Farbe bekommt das Geländer?',
    method: 'RANKING',
    countRule: 'schulze_margins',
    labels: ['Grün', 'Blau', 'Rot'],
    ballots: [
      ['ABC', 11],
      ['CAB', 9],
      ['BAC', 3],
    ],
    says: ['Gewann alle 2 Vergleiche, am knappsten gegen „Rot“: 14 zu 9.'],
  },
  seats: {
    question: 'Welche drei Feste sollen es sein?',
    method: 'RANKING',
    countRule: 'stv_scottish',
    labels: ['Sommerfest', 'Lichterfest', 'Flohmarkt', 'Hofkonzert', 'Kinderfest'],
    seats: 3,
    ballots: [
      ['ABE', 14],
      ['BAC', 6],
      ['CDB', 5],
      ['D', 3],
      ['E', 4],
    ],
    says: [
      'Bekam im 1. Durchgang einen Platz: 14 Stimmen, nötig waren 9.',
      'Bekam im 2. Durchgang einen Platz: 10,99996 Stimmen, nötig waren 9.',
      'Für einen Platz waren 9 Stimmen nötig',
    ],
  },
  shares: {
    question: 'Wofür soll das Geld des Stadtteilfonds ausgegeben werden?',
    method: 'BUDGET',
    countRule: 'mes_cost_add1u',
    labels: ['Bank am Weg', 'Spielgerät', 'Nachbarschaftsfest', 'Blühwiese'],
    costsInEuros: [500, 1800, 600, 300],
    budgetInEuros: 2000,
    ballots: [
      ['B', 22],
      ['AC', 12],
      ['D', 9],
    ],
    says: [
      'Dafür reichte es: 12 Stimmzettel geben je rund 41,67 €.',
      'Bekam etwas vom Rest: 12 Stimmen, und für die 600 € war noch genug da.',
      'hatten zuletzt zusammen noch 1.793,25 €, und vom Rest waren noch 1.200 € da.',
      'Mit 31 Stimmzetteln mehr, auf denen nur dieses Projekt steht, hätte es gereicht, mit 30 noch nicht.',
      'Passt dann noch ein angekreuztes Projekt in das Geld',
      'Mit denselben Stimmzetteln hätte die Regel „Die meisten Stimmen zuerst“ das Geld so verteilt:',
      '21 von 43 Personen',
    ],
  },
  greedy: {
    question: 'Welche Projekte soll das Stadtteilbudget bezahlen?',
    method: 'BUDGET',
    countRule: 'greedy_votes',
    labels: ['Bank am Weg', 'Spielgerät', 'Nachbarschaftsfest', 'Blühwiese'],
    costsInEuros: [500, 1400, 600, 300],
    budgetInEuros: 2000,
    ballots: [
      ['AC', 14],
      ['BD', 12],
      ['B', 9],
      ['A', 6],
    ],
    says: [
      '21 Stimmen. Kostet 1.400 € und passte noch in das Geld, 600 € blieben.',
      'da waren noch 100 €: 500 € zu wenig. Mit 7 Stimmzetteln mehr, auf denen nur dieses Projekt steht, hätte es gereicht, mit 6 noch nicht.',
      'Die Regel „Gleiche Anteile“ hätte dasselbe gekauft.',
    ],
  },
};
