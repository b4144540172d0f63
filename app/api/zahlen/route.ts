import { getTranslations } from 'next-intl/server';
import { currentVisitor } from '@/lib/accounts/actor';
import { mayReadFigures } from '@/lib/accounts/policy';
import { officeToday, officeZone } from '@/lib/core/office-time';
import { isLocale } from '@/lib/core/paths';
import { toCsv } from '@/lib/reports/csv';
import { getFigures } from '@/lib/reports/queries';
import { readPeriod } from '@/lib/reports/rules';

export const dynamic = 'force-dynamic';

/** The same figures as the page `/zahlen`, as a table for spreadsheets. */
export async function GET(request: Request): Promise<Response> {
  const visitor = await currentVisitor();
  const asked = new URL(request.url).searchParams;
  const period = readPeriod(asked.get('period') ?? '', officeToday(), officeZone());
  if (!mayReadFigures(visitor) || period === null) return new Response(null, { status: 404 });
  const wanted = asked.get('locale') ?? 'de';
  const locale = isLocale(wanted) ? wanted : 'de';
  const t = await getTranslations({ locale, namespace: 'reports' });
  // messages: given
  const say = (await getTranslations({ locale })) as unknown as (key: string) => string;
  const { groups, origin } = await getFigures(visitor, locale, period);
  const figures = groups.flatMap(({ title, figures: all }) =>
    all.map((figure) => [
      say(title),
      say(figure.label),
      figure.value ?? '',
      t(`unitName.${figure.unit}`),
    ]),
  );
  const rows = origin.rows.map((row) => [
    row.label,
    ...row.cells.map((cell) => cell ?? t('hidden')),
    row.total ?? t('hidden'),
  ]);
  const csv = toCsv([
    [t('column.group'), t('column.figure'), t('column.value'), t('column.unit')],
    ...figures,
    [],
    [
      t('origin.district'),
      // messages: reports.channel.*
      ...origin.channels.map((channel) => t(`channel.${channel}`)),
      t('origin.total'),
    ],
    ...rows,
  ]);
  return new Response(csv, {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="zahlen-${period.id}.csv"`,
      'cache-control': 'private, no-store',
    },
  });
}
