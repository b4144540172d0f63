import { randomUUID } from 'node:crypto';
import { evaluationRow, formatRow, surveyRow, trialRow } from './rows.mjs';

/**
 * @typedef {import('../tooling/seed/rows.mjs').Demo} Demo
 * @typedef {object} DemoTrial of the content
 * @property {string} date
 * @property {string} districtId
 * @property {number | null} reached
 * @property {number | null} firstTime
 * @property {number | null} costEur
 * @property {number | null} hoursStaff
 *
 * @typedef {object} DemoFormat of the content
 * @property {string} id
 * @property {string} name
 * @property {string} shortDescription
 * @property {string[]} targetGroups
 * @property {string} state
 * @property {string} preparation
 * @property {string} duration
 * @property {string} frequency
 * @property {string} chances
 * @property {string} risks
 * @property {string[]} materials
 * @property {DemoTrial[]} trials
 * @property {{ decidedAt: string, goalReached: string, whatWorked: string, whatToChange: string, proposalsCreated: number } | null} evaluation
 */

/** What the content leaves out: what for, how, and what everybody reads. */
const MORE = /** @type {Record<string, { goal: string, procedure: string, told?: string[] }>} */ ({
  'af-01': {
    goal: 'Mit Menschen reden, die nicht ins Büro kommen',
    procedure: 'Aufbauen, Schild aufstellen\nKaffee anbieten, zuhören\nIdeen auf Karten schreiben',
    told: [
      'Kaffee im Hof',
      'Ein Lastenrad mit Kaffee und Klappstühlen steht einmal im Monat in einem Hof. Wer mag, setzt sich dazu.',
      'Ein fester Tag und ein fester Platz helfen: Beim zweiten Mal wurden wir schon erwartet. Musik lassen wir weg.',
    ],
  },
  'af-02': {
    goal: 'Über Orte reden, während man sie sieht',
    procedure: 'Treffpunkt am Hang\nDrei Orte ansehen und besprechen\nVorschläge festhalten',
    told: [
      'Das Forum geht nach draußen',
      'Einmal im Jahr treffen wir uns nicht im Saal, sondern gehen zu den Orten, um die es geht.',
      'Draußen kommen Menschen dazu, die in keinen Saal gehen. Hocker für Ältere nehmen wir das nächste Mal mit.',
    ],
  },
  'af-03': {
    goal: 'Ideen von Menschen ohne Internet bekommen',
    procedure: 'Box und Karten aufstellen\nJede Woche leeren\nAntworten aushängen',
  },
  'af-04': {
    goal: 'Menschen mit handwerklichem Können gewinnen',
    procedure: 'Geräte annehmen\nZu zweit reparieren\nKaffee',
  },
  'af-05': {
    goal: 'Wissen, was den Menschen am Hang wichtig ist, und wer mitmacht',
    procedure:
      'Briefe ankündigen\nHaustürgespräche zu zweit\nAuswerten und zurückmelden\nVersammlung, Gruppen bilden',
  },
  'af-06': {
    goal: 'Schnell viele Meinungen bekommen',
    procedure: 'Fragen schreiben\nPlakat mit Link aushängen\nAuswerten',
    told: [
      'Eine Umfrage nur im Internet',
      'Wir haben einen Fragebogen ins Internet gestellt und mit Plakaten darauf hingewiesen.',
      'Geantwortet haben fast nur Menschen, die wir schon kannten. Das machen wir nicht wieder ohne Papier und Gespräch.',
    ],
  },
});

const QUESTIONS = [
  'Was gefällt Ihnen am Hang?',
  'Was fehlt Ihnen hier?',
  'Wobei würden Sie mitmachen?',
];

/** Days from the day the demo is about; one is told, one takes answers. */
const SURVEYS = [
  {
    ...{ code: 'HANG46', title: 'Was ist Ihnen am Hang wichtig?', from: -80, until: -60 },
    intro: 'Das Büro fragt, was den Menschen am Hang wichtig ist.',
    summary:
      'Am häufigsten haben Sie den dunklen Weg und die fehlende Bank genannt. Für beides gibt es jetzt einen Vorschlag im Forum. Drei Menschen wollen beim Hoffest helfen.',
    quotes: 'Man kennt sich hier, das ist viel wert.\nAbends gehe ich den Weg nicht mehr.',
    answers: [
      ['PAPER', 'Die Ruhe', 'Eine Bank auf halber Höhe', ''],
      ['PAPER', 'Man kennt sich hier, das ist viel wert.', '', 'Beim Hoffest'],
      ['DOOR', 'Der Ausblick', 'Licht am Weg', ''],
      ['DOOR', '', 'Abends gehe ich den Weg nicht mehr.', ''],
      ['PHONE', 'Der Bus hält nah', 'Ein Laden', 'Kuchen backen'],
      ['WEB', 'Der Spielplatz', 'Schatten im Sommer', ''],
    ],
    invitations: [
      ['Renate V.', '030 23125-178'],
      ['Ayşe K.', 'ayse.k@example.org'],
      ['Horst B.', 'Am Hang 3, 08289 Schneeberg'],
    ],
  },
  {
    ...{ code: 'KARTE7', title: 'Was wünschen Sie sich für das neue Jahr?', from: -5, until: 16 },
    intro: 'Bald fängt ein neues Jahr an. Das Büro fragt, was am Hang bleiben soll und was fehlt.',
    ...{
      summary: '',
      quotes: '',
      answers: [['PAPER', 'Die Aussicht', 'Ein Mülleimer am Weg', '']],
      invitations: [],
    },
  },
];

const GOALS = /** @type {const} */ ({ yes: 'YES', partly: 'PARTLY', no: 'NO' });
const DECIDED = ['ESTABLISHED', 'ADJUSTED', 'DISCARDED'];

export const after = ['settings', 'accounts'];

/** What the office tried so that people take part. @param {Demo} demo */
export async function fill(demo) {
  const { activationFormats } = /** @type {{ activationFormats: DemoFormat[] }} */ (
    /** @type {unknown} */ (demo.content)
  );
  for (const format of activationFormats) await fillFormat(demo, format);
  for (const survey of SURVEYS) await fillSurvey(demo, survey);
}

/**
 * @param {Demo} demo
 * @param {DemoFormat} format
 */
async function fillFormat(demo, format) {
  const { insert, shift, client } = demo;
  const { goal = '', procedure = '', told } = MORE[format.id] ?? {};
  const id = randomUUID();
  const row = formatRow({
    ...{ id, name: format.name, shortDescription: format.shortDescription, goal, procedure },
    ...{ targetGroups: format.targetGroups.join('\n'), materials: format.materials.join('\n') },
    ...{ preparation: format.preparation, duration: format.duration, chances: format.chances },
    ...{ frequency: format.frequency, risks: format.risks },
    createdAt: shift.at(format.trials[0]?.date ?? demo.content.meta.anchorDate),
  });
  await insert('activation_formats', [row]);
  await fillTrials(demo, format, id);
  const state = format.state.toUpperCase();
  /** @param {string} to */
  const moveTo = (to) =>
    client.query('UPDATE activation_formats SET state = $2::"ActivationState" WHERE id = $1', [
      id,
      to,
    ]);
  if (format.trials.length > 0) await moveTo('IN_TRIAL');
  if (format.evaluation) await moveTo('EVALUATED');
  if (told)
    await client.query(
      `UPDATE activation_formats SET published = true, public_name = $2, public_text = $3, public_learnt = $4
       WHERE id = $1`,
      [id, ...told],
    );
  if (!format.evaluation || !DECIDED.includes(state)) return;
  await client.query(
    `UPDATE activation_formats SET state = $2::"ActivationState", reason = $3, decided_at = $4, decided_by = 'OFFICE'
     WHERE id = $1`,
    [id, state, format.evaluation.whatToChange, shift.at(format.evaluation.decidedAt)],
  );
  if (state !== 'ADJUSTED') return;
  const next = { id: randomUUID(), edition: 2, followsId: id };
  const { whatToChange } = format.evaluation;
  await insert('activation_formats', [{ ...row, ...next, preparation: whatToChange }]);
}

/**
 * @param {Demo} demo
 * @param {DemoFormat} format
 * @param {string} formatId
 */
async function fillTrials({ insert, shift, idOf }, { trials, evaluation }, formatId) {
  const proposals = sharesOf(evaluation?.proposalsCreated ?? null, trials.length);
  const cents = (/** @type {number | null} */ euros) => (euros === null ? null : euros * 100);
  for (const [index, trial] of trials.entries()) {
    await insert('activation_trials', [
      trialRow({
        ...{ formatId, districtId: idOf('districts', trial.districtId) ?? '' },
        ...{ day: shift.day(trial.date), reached: trial.reached, firstTimers: trial.firstTime },
        ...{ costCents: cents(trial.costEur), weather: null, quotes: '' },
        staffMinutes: trial.hoursStaff === null ? null : trial.hoursStaff * 60,
        proposals: proposals[index] ?? null,
      }),
    ]);
  }
  if (!evaluation) return;
  const { goalReached, whatWorked, whatToChange, decidedAt } = evaluation;
  await insert('activation_evaluations', [
    evaluationRow({
      ...{ formatId, whatWorked, whatToChange, evaluatedAt: shift.at(decidedAt) },
      goalReached: GOALS[/** @type {keyof typeof GOALS} */ (goalReached)],
    }),
  ]);
}

/**
 * @param {Demo} demo
 * @param {typeof SURVEYS[number]} survey
 */
async function fillSurvey({ insert, shift, idOf, content, client }, survey) {
  const { code, title, intro, from, until, summary, quotes, answers, invitations } = survey;
  const dayIn = (/** @type {number} */ days) => shift.plusDays(content.meta.anchorDate, days);
  const id = randomUUID();
  const days = { startsOn: shift.day(dayIn(from)), endsOn: shift.day(dayIn(until)) };
  const row = surveyRow({
    ...{ id, code, title, intro, summary, quotes },
    createdAt: shift.at(dayIn(from)),
  });
  await insert('activation_surveys', [
    { ...row, ...days, districtId: idOf('districts', 'd-grh') ?? null },
  ]);
  await insert(
    'activation_questions',
    QUESTIONS.map((text, index) => ({ survey_id: id, position: index + 1, text })),
  );
  await client.query('UPDATE activation_surveys SET opened = true WHERE id = $1', [id]);
  await insert(
    'activation_answers',
    answers.map(([mode, answer1, answer2, answer3]) => ({
      ...{ survey_id: id, mode, answer1, answer2, answer3 },
    })),
  );
  await insert(
    'activation_invitations',
    invitations.map(([name, contact]) => ({ id: randomUUID(), survey_id: id, name, contact })),
  );
  if (summary === '') return;
  await client.query('UPDATE activation_surveys SET finished = true, told_at = $2 WHERE id = $1', [
    id,
    shift.at(dayIn(until + 7)),
  ]);
}

/** The content says how many proposals came of all trials together. @param {number | null} all @param {number} trials */
const sharesOf = (all, trials) =>
  Array.from({ length: all === null ? 0 : trials }, (_, index) =>
    Math.floor(((all ?? 0) + index) / trials),
  );
