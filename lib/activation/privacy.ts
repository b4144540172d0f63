import 'server-only';
import { dayColumn } from '@/lib/core/day.mjs';
import { dropPages, inTransaction, type Tx } from '@/lib/core/db';
import { officeDate, officeMonthsAgo } from '@/lib/core/office-time';
import { ok, type Result } from '@/lib/core/result';
import { endInvitations } from './inviting/steps';
import { ANSWERS, MONTHS_ANSWERS, MONTHS_INVITATIONS } from './surveys/rules';
import { ACTIVATION_TAGS } from './tags';

const MONTHS_KEPT = 12;

const daysAgo = (months: number) => dayColumn(officeDate(officeMonthsAgo(months)));

interface Forgotten {
  trials: number;
  photos: number;
  answers: number;
  invitations: number;
}

/** A form that was open meanwhile would bring it back: it is late from now on. */
const FORGOTTEN = { quotes: '', version: { increment: 1 } };

/**
 * After twelve months nothing is left of what people said at a trial or in a survey, after six of who wanted to be
 * invited. Part of the daily sweep, safe to repeat.
 */
export async function forgetOldActivation(): Promise<Result<Forgotten>> {
  return inTransaction(async (tx) => {
    const trials = await tx.activationTrial.updateMany({
      where: { day: { lt: daysAgo(MONTHS_KEPT) }, quotes: { not: '' } },
      data: FORGOTTEN,
    });
    const photos = await tx.activationPhoto.deleteMany({
      where: {
        trial: { day: { lt: daysAgo(MONTHS_KEPT) } },
        OR: [
          { shown: false },
          { trial: { reached: null } },
          { trial: { format: { published: false } } },
        ],
      },
    });
    const answers = await tx.activationAnswer.updateMany({
      where: {
        surveyId: { in: await endedBefore(tx, daysAgo(MONTHS_ANSWERS)) },
        OR: ANSWERS.map((name) => ({ [name]: { not: '' } })),
      },
      data: Object.fromEntries(ANSWERS.map((name) => [name, ''])),
    });
    const quotes = await tx.activationSurvey.updateMany({
      where: { endsOn: { lt: daysAgo(MONTHS_ANSWERS) }, quotes: { not: '' } },
      data: FORGOTTEN,
    });
    const ended = await endedBefore(tx, daysAgo(MONTHS_INVITATIONS));
    const invitations = await endInvitations(
      tx,
      await tx.activationInvitation.findMany({ where: { surveyId: { in: ended } } }),
    );
    if (quotes.count > 0) await dropPages(tx, ACTIVATION_TAGS.surveys);
    return ok({ trials: trials.count, photos: photos.count, answers: answers.count, invitations });
  });
}

async function endedBefore(tx: Tx, day: Date): Promise<string[]> {
  const where = { endsOn: { lt: day } };
  return (await tx.activationSurvey.findMany({ where, select: { id: true } })).map(({ id }) => id);
}
