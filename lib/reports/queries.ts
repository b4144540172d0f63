import 'server-only';
import { sameFor } from '@/lib/accounts/command';
import { now } from '@/lib/core/clock';
import { AppError } from '@/lib/core/errors';
import { officeZone } from '@/lib/core/office-time';
import { REPORT_RIGHTS } from './access';
import { closedAtOf, houseBegan, keptFigures } from './closed/figures';
import { figuresFrom } from './closed/rules';
import { countFigures, figureWithList, listRecords } from './counting/figures';
import { closesAt, isCounted, lateClosings, periodsToClose } from './rules';
import type { Figures, LateClosing, Period, RecordsOfFigure, Standing } from './types';

/** More than that are not listed on one page. */
const MOST_LISTED = 500;

/**
 * The figures of a period: those kept where it is closed, else computed from the records at this moment.
 * Nothing of a person leaves this function: numbers only, by district and way only of closed years and no small ones.
 */
export const getFigures = sameFor(REPORT_RIGHTS.read, async (period: Period): Promise<Figures> => {
  const kept = await keptFigures(period.id);
  if (kept) {
    const { closedAt: at, lines } = kept;
    return { period, at, standing: { is: 'closed' }, ...figuresFrom(lines) };
  }
  const at = now();
  const groups = await countFigures(period);
  return {
    ...{ period, at, groups, origin: null },
    standing: await standingOf(period, at),
  };
});

/** Periods that were closed too late, or are not closed yet, the earliest first. */
export const listLateClosings = sameFor(REPORT_RIGHTS.read, async (): Promise<LateClosing[]> => {
  const began = await houseBegan();
  if (began === null) return [];
  const at = now();
  const due = periodsToClose(began, at, officeZone());
  const closed = await closedAtOf(due.map(({ id }) => id));
  return lateClosings(due, closed, at, officeZone());
});

async function standingOf(period: Period, at: Date): Promise<Standing> {
  const began = await houseBegan();
  if (began === null || !isCounted(period, began)) return { is: 'before' };
  const closes = closesAt(period, officeZone());
  return { is: at < closes ? 'open' : 'late', closesAt: closes };
}

/**
 * The records one figure of an open period counts, the latest first: as many as it says.
 * @throws {AppError} NOT_FOUND for a figure without a list, and for a period that is closed: its figures stay, its
 *   records do not
 */
export const getRecords = sameFor(
  REPORT_RIGHTS.records,
  async (period: Period, key: string): Promise<RecordsOfFigure> => {
    if (await keptFigures(period.id)) throw new AppError('NOT_FOUND');
    const figure = await figureWithList(period, key);
    if (figure === null) throw new AppError('NOT_FOUND');
    const listed = await listRecords(period, figure, MOST_LISTED);
    return { period, label: figure.label, total: figure.value ?? 0, ...listed };
  },
);
