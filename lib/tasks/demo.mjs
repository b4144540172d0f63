import { randomUUID } from 'node:crypto';
import { taskRow } from './rows.mjs';

/** @typedef {import('../tooling/seed/rows.mjs').Demo} Demo */

export const after = [
  'settings',
  'accounts',
  'network',
  'proposals',
  'initiatives',
  'forum',
  'meetings',
];

/** What the office has to do. @param {Demo} demo */
export async function fill(demo) {
  const { content, insert, shift, idOf } = demo;
  const anchor = content.meta.anchorDate;
  const day = (/** @type {number} */ days) => shift.day(shift.plusDays(anchor, days));
  const at = (/** @type {number} */ days) => shift.at(shift.plusDays(anchor, days));
  const coordinator = idOf('users', 'coordinator') ?? null;
  const both = idOf('users', 'both') ?? null;
  /** @param {Partial<import('../../prisma/generated/client').Prisma.TaskUncheckedCreateInput>} changes */
  const task = (changes) => taskRow({ id: randomUUID(), createdAt: at(-9), ...changes });
  await insert('tasks', [
    task({
      text: 'Schaukasten am Kaufhallenplatz umhängen',
      assigneeId: coordinator,
      dueOn: day(-2),
    }),
    task({
      ...{ text: 'Beim Bauhof nach der Bank fragen', assigneeId: both, dueOn: day(0) },
      ...{ thingKind: 'partner', thingId: idOf('partners', content.partners[0]?.id ?? '') ?? null },
    }),
    task({ text: 'Tische für das Forum bestellen', assigneeName: 'Hausmeisterei', dueOn: day(6) }),
    task({ text: 'Ersatzschlüssel vom Garagenhof klären' }),
    task({
      ...{ text: 'Einladung in großer Schrift drucken', assigneeId: coordinator, dueOn: day(4) },
      ...{ state: 'IN_PROGRESS', startedAt: at(-1) },
    }),
    task({
      ...{ text: 'Einladung in einfacher Sprache neu schreiben', assigneeId: coordinator },
      ...{ dueOn: day(11), thingKind: 'meeting', thingId: idOf('meetings', 'sm-03') ?? null },
    }),
    task({
      ...{ text: 'Zahlen für den Träger zusammenstellen', assigneeId: both, dueOn: day(-5) },
      ...{ state: 'DONE', closedAt: at(-5) },
    }),
    task({
      ...{ text: 'Zweiten Schaukasten aufstellen', assigneeName: 'Bauhof', dueOn: day(-8) },
      ...{ state: 'DROPPED', closedAt: at(-3), reason: 'Dafür fehlt der Platz.' },
    }),
  ]);
  const counsellor = idOf('users', 'counsellor') ?? null;
  await insert('tasks', [
    task({
      ...{ text: 'Aushang der Sprechzeiten prüfen', assigneeId: counsellor, dueOn: day(7) },
    }),
  ]);
  await insert('counsellor_tasks', [
    {
      ...{ id: randomUUID(), user_id: counsellor, text: 'Merkblatt zum Wohngeld nachdrucken' },
      ...{ due_on: day(3), created_at: at(-2) },
    },
  ]);
  await insert('task_absences', [
    {
      ...{ id: randomUUID(), user_id: both, deputy_id: coordinator },
      ...{ from_day: day(20), until_day: day(33) },
    },
  ]);
}
