import { getTranslations } from 'next-intl/server';
import { statisticSay } from '@/components/outreach/office/statistic-say';
import { currentVisitor } from '@/lib/accounts/actor';
import type { Visitor } from '@/lib/accounts/types';
import { orNothing } from '@/lib/core/errors';
import { neighboursLocale } from '@/lib/core/paths';
import { getNotice, getShutDoor } from '@/lib/outreach/papers/queries';
import { isRoundPaper, type RoundPaper } from '@/lib/outreach/papers/rules';
import { noticeOf, shutDoorOf, tallyOf } from '@/lib/outreach/papers/text';
import { outreachPaths } from '@/lib/outreach/paths';
import { getRound } from '@/lib/outreach/rounds/queries';
import type { Say } from '@/lib/outreach/statistics/text';
import { ledTo, printedToday, sheetAnswer } from '@/lib/print/answer';
import { getOffice } from '@/lib/settings/queries';
import { postalAddress } from '@/lib/settings/rules';

export const dynamic = 'force-dynamic';

interface Context {
  params: Promise<{ id: string; what: string }>;
}

/** What the office takes along or hangs up for a round. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { id, what } = await params;
  const visitor = await currentVisitor();
  if (!isRoundPaper(what)) return new Response(null, { status: 404 });
  // A notice is read by neighbours: German, or the easy one.
  const locale = neighboursLocale(request);
  const stop = Number(new URL(request.url).searchParams.get('stop') ?? 1);
  const { template, sheetOf } = PAPERS[what];
  const data = await orNothing(() => sheetOf(visitor, { id, stop }, locale));
  if (!data) return new Response(null, { status: 404 });
  return sheetAnswer(what, { template, data }, { isOffice: true, signal: request.signal });
}

/** A round, and one of its stops, counted from 1. */
interface Of {
  id: string;
  stop: number;
}

interface Paper {
  template: string;
  sheetOf(visitor: Visitor, of: Of, locale: string): Promise<object>;
}

const PAPERS: Record<RoundPaper, Paper> = {
  aushang: { template: 'poster', sheetOf: notice },
  strichliste: { template: 'tally', sheetOf: tally },
  brief: { template: 'shut', sheetOf: shutDoor },
};

async function notice(visitor: Visitor, of: Of, locale: string): Promise<object> {
  const where = await getNotice(visitor, of);
  const { say, district, ours } = await wordsFor(where.districtId, locale);
  return { ...noticeOf(where, { district, locale }, say), ...ours };
}

async function shutDoor(visitor: Visitor, { id }: Of, locale: string): Promise<object> {
  const door = await getShutDoor(visitor, id);
  const { say, district, ours } = await wordsFor(door.districtId, locale);
  return {
    ...{ ...shutDoorOf(door, { district, locale }, say), ...ours },
    printed: printedToday(await getTranslations({ locale }), locale),
  };
}

/** What both say of the office, and where a phone goes on. */
async function wordsFor(districtId: string, locale: string) {
  const office = await getOffice({ locale });
  return {
    say: (await getTranslations({ locale, namespace: 'outreach-rounds' })) as unknown as Say,
    district: office.everyDistrict.find((one) => one.id === districtId)?.name ?? '',
    ours: {
      author: office.officeName,
      office: { name: office.officeName, address: postalAddress(office), phone: office.phone },
      ...ledTo(outreachPaths.whereWeAre()),
    },
  };
}

async function tally(visitor: Visitor, { id }: Of): Promise<object> {
  const round = await getRound(visitor, id);
  const office = await getOffice({ locale: 'de' });
  const say = await getTranslations({ locale: 'de', namespace: 'outreach-rounds' });
  const words = { ...(await statisticSay('de')), own: say as unknown as Say };
  const district = office.everyDistrict.find((one) => one.id === round.districtId)?.name ?? '';
  const topics = office.categories.map(({ label }) => label);
  return {
    ...tallyOf(round, { district, topics, office: office.officeName }, words),
    ...ledTo(outreachPaths.whereWeAre()),
    printed: printedToday(await getTranslations({ locale: 'de' }), 'de'),
  };
}
