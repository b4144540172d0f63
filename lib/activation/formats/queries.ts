import 'server-only';
import { sameFor } from '@/lib/accounts/command';
import { dayOf } from '@/lib/core/day.mjs';
import { db } from '@/lib/core/db';
import { AppError } from '@/lib/core/errors';
import { officeToday } from '@/lib/core/office-time';
import type { Prisma } from '@/prisma/generated/client';
import { ACTIVATION_RIGHTS } from '../access';
import { tookPlace, waitsForEvaluation } from '../rules';
import type { FormatCase, FormatRow, TrialView } from './types';

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

const texts = {
  ...{ name: true, shortDescription: true, goal: true, targetGroups: true, procedure: true },
  ...{ preparation: true, duration: true, frequency: true, chances: true, risks: true },
  ...{ materials: true, accessibility: true, costCents: true },
} as const;

const latestFirst: Prisma.ActivationFormat$trialsArgs['orderBy'] = [
  { day: 'desc' },
  { id: 'desc' },
];

type TrialRow = Omit<TrialView, 'day'> & { day: Date };

const trialView = ({ day, ...trial }: TrialRow): TrialView => ({ ...trial, day: dayOf(day) });

/** All editions by name, the latest first. */
export const listFormats = sameFor(ACTIVATION_RIGHTS.formats, async (): Promise<FormatRow[]> => {
  const rows = await db.activationFormat.findMany({
    orderBy: [{ name: 'asc' }, { edition: 'desc' }],
    select: {
      ...{ id: true, name: true, shortDescription: true, edition: true, state: true },
      published: true,
      trials: { select: { day: true, reached: true }, orderBy: latestFirst },
    },
  });
  return rows.map(({ trials, ...row }) => ({
    ...row,
    trials: trials.filter(tookPlace).length,
    lastDay: trials[0] ? dayOf(trials[0].day) : null,
    waits: waitsForEvaluation(
      row.state,
      trials.map(({ day }) => dayOf(day)),
      officeToday(),
    ),
  }));
});

/** One edition with all the office knows of it. @throws {AppError} NOT_FOUND */
export const getFormat = sameFor(
  ACTIVATION_RIGHTS.formats,
  async (id: string): Promise<FormatCase> => {
    const edition = { select: { id: true, edition: true } } as const;
    const row = UUID.test(id)
      ? await db.activationFormat.findUnique({
          where: { id },
          select: {
            ...{ id: true, ...texts, edition: true, state: true, reason: true, decidedAt: true },
            ...{
              decidedBy: true,
              decidedFrom: true,
              published: true,
              publicName: true,
              publicText: true,
            },
            ...{ publicLearnt: true, version: true, follows: edition, next: edition },
            trials: { orderBy: latestFirst },
            evaluation: {
              select: {
                ...{ goalReached: true, whatWorked: true, whatToChange: true, evaluatedAt: true },
              },
            },
          },
        })
      : null;
    if (!row) throw new AppError('NOT_FOUND');
    return { ...row, trials: row.trials.map(trialView) };
  },
);

/** One trial and whose it is. @throws {AppError} NOT_FOUND */
export const getTrial = sameFor(ACTIVATION_RIGHTS.formats, async (id: string) => {
  const row = UUID.test(id)
    ? await db.activationTrial.findUnique({
        where: { id },
        include: { format: { select: { name: true, edition: true, state: true } } },
      })
    : null;
  if (!row) throw new AppError('NOT_FOUND');
  const { format, ...trial } = row;
  return { trial: trialView(trial), format };
});
