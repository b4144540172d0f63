import { getTranslations } from 'next-intl/server';
import { currentVisitor } from '@/lib/accounts/actor';
import { orNothing } from '@/lib/core/errors';
import { officeToday, officeZone } from '@/lib/core/office-time';
import { wishedLocale } from '@/lib/core/paths';
import { longDate, longDateTime } from '@/lib/i18n/dates';
import { csvAnswer, plainNumber } from '@/lib/reports/csv';
import { getFigures } from '@/lib/reports/queries';
import { readPeriod } from '@/lib/reports/rules';

export const dynamic = 'force-dynamic';

/** The same figures as the page `/zahlen`, as a table for spreadsheets. */
export async function GET(request: Request): Promise<Response> {
  const visitor = await currentVisitor();
  const asked = new URL(request.url).searchParams;
  const period = readPeriod(asked.get('period') ?? '', officeToday(), officeZone());
  const found = period && (await orNothing(() => getFigures(visitor, period)));
  if (!found) return new Response(null, { status: 404 });
  const locale = wishedLocale(request);
  const t = await getTranslations({ locale, namespace: 'reports' });
  // messages: given
  const say = (await getTranslations({ locale })) as unknown as (key: string) => string;
  const { groups, origin, standing, at } = found;
  const figures = groups.flatMap(({ title, figures: all }) =>
    all.map((figure) => [
      say(title),
      say(figure.label),
      figure.value === null ? t('none') : plainNumber(figure.value, locale),
      t(`unitName.${figure.unit}`),
    ]),
  );
  // messages: reports.channel.*
  const table = origin && [
    [
      t('origin.district'),
      ...origin.channels.map((channel) => t(`channel.${channel}`)),
      t('origin.total'),
    ],
    ...[
      ...origin.rows.map(({ label, cells, total }) => [label, ...cells, total]),
      [t('origin.total'), ...origin.totals, null],
    ].map((row) => row.map((cell) => cell ?? t('hidden'))),
    [],
  ];
  return csvAnswer(`zahlen-${period.id}`, [
    [t('column.group'), t('column.figure'), t('column.value'), t('column.unit')],
    ...figures,
    [],
    ...(table ?? []),
    [
      t(standing.is === 'closed' ? 'closed' : 'between', {
        from: longDate(period.from, locale),
        to: longDate(new Date(period.to.getTime() - 1), locale),
        at: longDateTime(at, locale),
      }),
    ],
  ]);
}
