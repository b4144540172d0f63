import { getTranslations } from 'next-intl/server';
import { currentVisitor } from '@/lib/accounts/actor';
import { orNothing } from '@/lib/core/errors';
import { wishedLocale } from '@/lib/core/paths';
import { getTrainingYear } from '@/lib/meetings/queries';
import { readYear, unnamedMinutes, whoWent } from '@/lib/meetings/rules';
import type { MeetingLine } from '@/lib/meetings/types';
import { csvAnswer, plainNumber } from '@/lib/reports/csv';

type Say = Parameters<typeof whoWent>[1];

export const dynamic = 'force-dynamic';

/** The same as the page of the overview, as a table for spreadsheets. */
export async function GET(request: Request): Promise<Response> {
  const visitor = await currentVisitor();
  const asked = new URL(request.url).searchParams;
  const wanted = readYear(asked.get('year') ?? '');
  const year = await orNothing(() => getTrainingYear(visitor, wanted));
  if (year === null) return new Response(null, { status: 404 });
  const locale = wishedLocale(request);
  // messages: meetings.kind.*
  const t = await getTranslations({ locale, namespace: 'meetings' });
  const hours = (minutes: number) => plainNumber(minutes / 60, locale);
  const euros = (cents: number) => plainNumber(cents / 100, locale);
  const unnamed = unnamedMinutes(year);
  const said = (one: MeetingLine) => {
    const { who, certificate } = whoWent(one, t as unknown as Say);
    return [who, certificate];
  };
  return csvAnswer(`fortbildung-${year.year}`, [
    [
      ...[t('overview.day'), t('overview.kind'), t('field.title'), t('overview.organizer')],
      ...[t('list.hours'), t('list.who'), t('overview.certificate'), t('overview.cost')],
    ],
    ...year.meetings.map((one) => [
      ...[one.day, t(`kind.${one.kind}`), one.title, one.organizer, hours(one.minutes)],
      ...said(one),
      one.costCents === null ? '' : euros(one.costCents),
    ]),
    [],
    ...year.each.map(({ name, minutes }) => [t('overview.each'), name, hours(minutes)]),
    ...(unnamed > 0 ? [[t('overview.unnamed', { hours: hours(unnamed) })]] : []),
    [t('overview.training'), '', hours(year.trainingMinutes)],
    [t('overview.costs'), '', euros(year.costCents)],
  ]);
}
