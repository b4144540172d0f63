import { dayColumn } from '../core/day.mjs';

/**
 * A format as it may lie in the database: a concept, described and not tried. Plain Node: the demo is filled where
 * nothing of the program is built.
 * @template {Partial<import('../../prisma/generated/client').Prisma.ActivationFormatUncheckedCreateInput>} Changes
 * @param {Changes} [changes]
 */
export function formatRow(changes) {
  return {
    name: 'Kaffeemobil im Hof',
    shortDescription: 'Ein Lastenrad mit Kaffee steht im Hof.',
    goal: 'Menschen treffen, die nicht ins Büro kommen',
    procedure: 'Aufbauen\nKaffee anbieten\nZuhören',
    state: /** @type {import('./types').ActivationState} */ ('CONCEPT'),
    createdAt: new Date('2026-03-01T10:00:00Z'),
    ...changes,
  };
}

/**
 * A trial that took place: 17 came, 11 of them for the first time, five hours of work.
 * @template {Partial<import('../../prisma/generated/client').Prisma.ActivationTrialUncheckedCreateInput>} Changes
 * @param {Changes} changes its format and district, and whatever is to be different
 */
export function trialRow(changes) {
  return {
    day: dayColumn('2026-04-15'),
    ranBy: /** @type {const} */ ('OFFICE'),
    reached: /** @type {number | null} */ (17),
    firstTimers: /** @type {number | null} */ (11),
    costCents: /** @type {number | null} */ (2200),
    staffMinutes: /** @type {number | null} */ (300),
    weather: /** @type {const} */ ('FINE'),
    quotes: '„Endlich kommt mal jemand zu uns.“',
    proposals: /** @type {number | null} */ (4),
    proposalNumbers: /** @type {number[]} */ ([]),
    ...changes,
  };
}

/**
 * What came of it.
 * @template {Partial<import('../../prisma/generated/client').Prisma.ActivationEvaluationUncheckedCreateInput>} Changes
 * @param {Changes} changes its format, and whatever is to be different
 */
export function evaluationRow(changes) {
  return {
    goalReached: /** @type {import('./types').ActivationGoal} */ ('YES'),
    whatWorked: 'Fester Tag und fester Platz',
    whatToChange: 'Zwei Personen sind nötig',
    evaluatedAt: new Date('2026-07-01T10:00:00Z'),
    ...changes,
  };
}

/**
 * A survey that was opened.
 * @template {Partial<import('../../prisma/generated/client').Prisma.ActivationSurveyUncheckedCreateInput>} Changes
 * @param {Changes} changes its code, and whatever is to be different
 */
export function surveyRow(changes) {
  return {
    title: 'Was fehlt am Hang?',
    intro: 'Das Büro fragt, was den Menschen am Hang wichtig ist.',
    startsOn: dayColumn('2026-09-01'),
    endsOn: dayColumn('2026-09-14'),
    createdAt: new Date('2026-08-20T10:00:00Z'),
    ...changes,
  };
}
