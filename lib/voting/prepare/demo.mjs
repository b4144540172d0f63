/**
 * Polls of each other method, the way a neighbourhood of this size would hold them.
 * @typedef {import('../demo.mjs').Poll} Poll
 * @typedef {import('../demo.mjs').Paper} Paper
 */

/** @param {import('../../tooling/seed/shift.mjs').Shift} shift @returns {Poll[]} */
export function examplePolls(shift) {
  const between = (/** @type {string} */ from, /** @type {string} */ to) => ({
    opens: `${shift.day(from)}T08:00`,
    closes: `${shift.day(to)}T18:00`,
  });
  return [
    { ...BUDGET, ...between('2026-10-12', '2026-10-25') },
    { ...RANKING, ...between('2026-09-28', '2026-10-11') },
    { ...POINTS, ...between('2026-11-16', '2026-12-13') },
    { ...YES_NO, ...between('2026-11-02', '2026-11-20') },
  ];
}

/**
 * The same paper several times.
 * @param {number} count
 * @param {number[]} choices
 * @param {number[]} [points]
 * @returns {Paper[]}
 */
const times = (count, choices, points) =>
  Array.from({ length: count }, () => (points ? { choices, points } : { choices }));

/** @typedef {Omit<Poll, 'opens' | 'closes'>} Example */

/** Families, older neighbours, gardeners and the sewing café want different things. @type {Example} */
const BUDGET = {
  number: 3,
  question: 'Wofür geben wir 4.000\u00a0€ im Stadtteil aus?',
  description:
    'Das Geld kommt aus dem Topf für kleine Projekte. Alle zehn Projekte sind geprüft: Sie sind erlaubt, und jemand kümmert sich darum.\n\nBei gleichen Anteilen bekommt auch eine kleinere Gruppe etwas, wenn sie sich einig ist.',
  easyText:
    'Es gibt 4.000 Euro für den Stadtteil. Es gibt zehn Projekte. Sie wählen: Welche Projekte sollen Geld bekommen?',
  district: null,
  proposal: null,
  decidedBy: 'Stadtverwaltung – Stadtentwicklung',
  method: 'BUDGET',
  countRule: 'mes_cost_add1u',
  maxChoices: 4,
  budgetCents: 400_000,
  quorum: 30,
  channels: ['WEB'],
  options: [
    { label: 'Bank auf halber Strecke zur Kaufhalle', costCents: 85_000 },
    {
      label: 'Hochbeete im Nachbarschaftsgarten',
      note: 'drei Stück, eines rollstuhlgerecht',
      costCents: 64_000,
    },
    { label: 'Regendach für den Bücherschrank', costCents: 42_000 },
    { label: 'Tischtennisplatte am Keilbergring', note: 'aus Beton', costCents: 190_000 },
    { label: 'Werkzeugkiste zum Ausleihen', costCents: 56_000 },
    { label: 'Zwei Nähmaschinen fürs Nähcafé', costCents: 48_000 },
    { label: 'Solarleuchten am Weg zum Trafohaus', note: 'zwei Stück', costCents: 115_000 },
    { label: 'Spielekiste für den Hof', costCents: 31_000 },
    { label: 'Fahrradbügel am Stadtteilbüro', note: 'vier Stück', costCents: 72_000 },
    { label: 'Großer Schwibbogen für den Platz', costCents: 39_000 },
  ],
  papers: [
    ...times(13, [4, 8]),
    ...times(7, [2, 4, 8]),
    ...times(4, [4, 5, 9]),
    ...times(9, [1, 7, 10]),
    ...times(6, [1, 3, 7]),
    ...times(3, [1, 3, 10]),
    ...times(6, [2, 5]),
    ...times(3, [2, 5, 9]),
    ...times(6, [6, 10]),
    ...times(3, [3, 6]),
    ...times(1, []),
  ],
};

/** The one most people put first does not win: the others agree on another. @type {Example} */
const RANKING = {
  number: 4,
  question: 'Wie soll der neue Platz am Keilbergring heißen?',
  description: 'Der Name steht danach auf dem Schild und im Stadtplan.',
  easyText: 'Der neue Platz braucht einen Namen. Schreiben Sie eine 1 neben Ihren liebsten Namen.',
  district: null,
  proposal: null,
  decidedBy: 'Stadtrat',
  method: 'RANKING',
  countRule: 'irv',
  maxChoices: 4,
  channels: ['WEB'],
  options: [
    { label: 'Bergmannsplatz' },
    { label: 'Lindenplatz' },
    { label: 'Platz der Nachbarn' },
    { label: 'Am Alten Trafohaus' },
  ],
  papers: [
    ...times(8, [1, 4]),
    ...times(2, [1, 2]),
    ...times(7, [2, 3, 4]),
    ...times(5, [3, 2]),
    ...times(1, [3, 1, 2]),
    ...times(3, [4, 3, 2]),
  ],
};

/** Open now. @type {Example} */
const POINTS = {
  number: 5,
  question: 'Worum soll sich das Forum im nächsten Jahr zuerst kümmern?',
  description:
    'Jede Person verteilt zehn Punkte. Was die meisten Punkte hat, steht bei der nächsten Sitzung ganz oben.',
  easyText: 'Sie haben 10 Punkte. Geben Sie viele Punkte, wenn Ihnen etwas wichtig ist.',
  district: null,
  proposal: null,
  decidedBy: 'Stadtteilforum',
  method: 'POINTS',
  countRule: 'points',
  maxChoices: 5,
  pointsPerOption: 5,
  pointsTotal: 10,
  channels: ['WEB', 'KIOSK', 'PAPER'],
  options: [
    { label: 'Sichere Wege im Winter' },
    { label: 'Treffpunkte für Jugendliche' },
    { label: 'Busse am Abend' },
    { label: 'Mehr Grün und Bänke' },
    { label: 'Hilfe beim Ausfüllen von Formularen' },
  ],
  papers: [
    ...times(4, [1, 3, 5], [5, 3, 2]),
    ...times(3, [2, 4], [5, 5]),
    ...times(2, [3, 4], [4, 3]),
  ],
};

/** Over; what lay in the box of the office has still to be counted by two people. @type {Example} */
const YES_NO = {
  number: 6,
  question: 'Soll der Weg zum Trafohaus abends beleuchtet bleiben?',
  description: 'Bisher geht das Licht um 22 Uhr aus. Länger kostet es etwa 180 € im Jahr.',
  easyText: 'Heute geht das Licht um 22 Uhr aus. Soll es länger an sein?',
  district: null,
  proposal: null,
  decidedBy: 'Stadtverwaltung – Bauamt',
  method: 'YES_NO',
  countRule: 'plurality',
  channels: ['WEB', 'PAPER'],
  options: [{ label: 'Ja' }, { label: 'Nein' }],
  papers: [...times(10, [1]), ...times(4, [2]), ...times(1, [])],
  issued: 9,
};
