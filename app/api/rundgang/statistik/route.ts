import { getTranslations } from 'next-intl/server';
import { statisticSay } from '@/components/outreach/office/statistic-say';
import { currentVisitor } from '@/lib/accounts/actor';
import { orNothing } from '@/lib/core/errors';
import { officeToday } from '@/lib/core/office-time';
import { wishedLocale } from '@/lib/core/paths';
import { outreachPaths } from '@/lib/outreach/paths';
import { getGiven } from '@/lib/outreach/statistics/queries';
import { lastClosed, periodIdOf, readAsked } from '@/lib/outreach/statistics/rules';
import { type Say, statisticBlocks, textOf } from '@/lib/outreach/statistics/text';
import type { StatisticText } from '@/lib/outreach/statistics/types';
import { ledTo, printedToday, sheetAnswer } from '@/lib/print/answer';
import { csvAnswer, plainNumber } from '@/lib/reports/csv';
import { getOffice } from '@/lib/settings/queries';

export const dynamic = 'force-dynamic';

const nothing = () => new Response(null, { status: 404 });

/** A closed quarter for whoever pays, without small numbers: on paper, or as a table for spreadsheets. */
export async function GET(request: Request): Promise<Response> {
  const visitor = await currentVisitor();
  const asked = new URL(request.url).searchParams;
  const today = officeToday();
  const period = readAsked(asked.get('period') ?? periodIdOf(lastClosed(today)), today);
  const [quarter = ''] = period?.quarters ?? [];
  const given = period?.quarter ? await orNothing(() => getGiven(visitor, quarter)) : null;
  if (!period || !given) return nothing();
  const locale = wishedLocale(request);
  const say = await getTranslations({ locale, namespace: 'outreach-statistics' });
  const words = await statisticSay(locale);
  const office = await getOffice({ locale });
  const topics = new Map(office.everyCategory.map(({ id, label }) => [id, label]));
  const text = textOf(given, words, (id) => topics.get(id));
  const number = (count: number | null) =>
    count === null ? say('few') : plainNumber(count, locale);
  const name = say('quarter', {
    ...{ quarter: String(period.quarter), year: String(period.year) },
  });
  const title = say('titleOf', { period: name });
  if (asked.get('as') === 'csv')
    return csvAnswer(`kontaktstatistik-${period.id}`, tableOf(text, title, words.own, number));
  const data = {
    ...{ title, subject: title, overline: office.officeName, author: office.officeName, mark: '' },
    lang: locale === 'en' ? 'en' : 'de',
    ...ledTo(outreachPaths.whereWeAre()),
    printed: printedToday(await getTranslations({ locale }), locale),
    foot: say('given.foot', { page: '{page}', pages: '{pages}' }),
    blocks: statisticBlocks(text, words, number),
  };
  return sheetAnswer(
    `kontaktstatistik-${period.id}`,
    { template: 'record', data },
    { isOffice: true, signal: request.signal },
  );
}

function tableOf(
  { people, time, sections }: StatisticText,
  title: string,
  say: Say,
  number: (count: number | null) => string,
): string[][] {
  const rows = (part: string, unit: string, all: { label: string; count: number | null }[]) =>
    all.map(({ label, count }) => [part, label, number(count), unit]);
  return [
    [title, say('given.all')],
    ...rows(say('section.people'), '', people),
    ...sections.flatMap((one) => rows(one.title, one.unit, one.rows)),
    ...rows(say('section.time'), '', time),
    [say('given.note')],
  ];
}
