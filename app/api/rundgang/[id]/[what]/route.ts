import { getTranslations } from 'next-intl/server';
import { statisticSay } from '@/components/outreach/office/statistic-say';
import { currentVisitor } from '@/lib/accounts/actor';
import type { Visitor } from '@/lib/accounts/types';
import { readEnv } from '@/lib/core/env.mjs';
import { orNothing } from '@/lib/core/errors';
import { neighboursLocale } from '@/lib/core/paths';
import { getNotice } from '@/lib/outreach/papers/queries';
import { isRoundPaper } from '@/lib/outreach/papers/rules';
import { noticeOf, tallyOf } from '@/lib/outreach/papers/text';
import { outreachPaths } from '@/lib/outreach/paths';
import { getRound } from '@/lib/outreach/rounds/queries';
import type { Say } from '@/lib/outreach/statistics/text';
import { ledTo, printedToday, sheetAnswer } from '@/lib/print/answer';
import { drawQr } from '@/lib/print/qr';
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
  const sheet = await orNothing(() =>
    what === 'aushang' ? notice(visitor, id, locale) : tally(visitor, id),
  );
  if (!sheet) return new Response(null, { status: 404 });
  const template = what === 'aushang' ? 'poster' : 'tally';
  return sheetAnswer(what, { template, data: sheet }, { isOffice: true, signal: request.signal });
}

async function notice(visitor: Visitor, id: string, locale: string): Promise<object> {
  const where = await getNotice(visitor, id);
  const office = await getOffice({ locale });
  const say = (await getTranslations({ locale, namespace: 'outreach-rounds' })) as unknown as Say;
  const address = new URL(outreachPaths.whereWeAre(), readEnv().APP_URL);
  const district = office.everyDistrict.find((one) => one.id === where.districtId)?.name ?? '';
  return {
    ...noticeOf(where, { district, locale }, say),
    author: office.officeName,
    office: { name: office.officeName, address: postalAddress(office), phone: office.phone },
    address: `${address.host}${address.pathname}`,
    qr: drawQr(address.href),
  };
}

async function tally(visitor: Visitor, id: string): Promise<object> {
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
