import { getTranslations } from 'next-intl/server';
import { BarChart } from '@/components/ui/bar-chart';
import { DataTable } from '@/components/ui/data-table';
import type { Figure, FigureGroup } from '@/lib/manifest';
import type { CrossTable } from '@/lib/reports/origin/types';

function numberText(value: number, locale: string): string {
  return new Intl.NumberFormat(locale === 'en' ? 'en-GB' : 'de-DE').format(value);
}

async function figureText({ value, unit }: Figure, locale: string): Promise<string> {
  const t = await getTranslations({ locale, namespace: 'reports' });
  return value === null
    ? t('none')
    : t(`unit.${unit}`, { value: numberText(value, locale), count: value });
}

type GroupTableProps = {
  locale: string;
  group: FigureGroup;
  /** Lists behind the figures, for those who may open them. */
  hrefOf: (figure: Figure) => string | undefined;
};

/** The figures of one part of the work, each with what exactly it counts. */
export async function GroupTable({ locale, group, hrefOf }: GroupTableProps) {
  const t = await getTranslations({ locale, namespace: 'reports' });
  // messages: given
  const say = (await getTranslations({ locale })) as unknown as (key: string) => string;
  const rows = await Promise.all(
    group.figures.map(async (figure) => {
      const href = hrefOf(figure);
      const label = say(figure.label);
      return {
        id: figure.key,
        cells: {
          figure: href ? <a href={href}>{label}</a> : label,
          value: await figureText(figure, locale),
        },
      };
    }),
  );
  return (
    <DataTable
      caption={say(group.title)}
      captionHidden
      columns={[
        { key: 'figure', label: t('column.figure'), rowHeader: true },
        { key: 'value', label: t('column.value'), align: 'end' },
      ]}
      rows={rows}
    />
  );
}

/** @param hidden what stands in place of a number that is not shown */
const orHidden = (locale: string, hidden: string) => (value: number | null | undefined) =>
  typeof value === 'number' ? numberText(value, locale) : hidden;

type OriginProps = { locale: string; origin: CrossTable };

/** How proposals came in, drawn and as numbers. */
export async function OriginChart({ locale, origin }: OriginProps) {
  const t = await getTranslations({ locale, namespace: 'reports' });
  const shownText = orHidden(locale, t('hidden'));
  return (
    <BarChart
      caption={t('origin.chart')}
      head={{ label: t('origin.channel'), value: t('origin.count') }}
      items={origin.channels.map((channel, index) => ({
        id: channel,
        // messages: reports.channel.*
        label: t(`channel.${channel}`),
        value: origin.totals[index] ?? 0,
        text: shownText(origin.totals[index]),
      }))}
    />
  );
}

/** Where they came from and how; what could point at a person is left open. */
export async function OriginTable({ locale, origin }: OriginProps) {
  const t = await getTranslations({ locale, namespace: 'reports' });
  const shownText = orHidden(locale, t('hidden'));
  return (
    <DataTable
      caption={t('origin.table')}
      columns={[
        { key: 'district', label: t('origin.district'), rowHeader: true },
        ...origin.channels.map((channel) => ({
          key: channel,
          label: t(`channel.${channel}`),
          align: 'end' as const,
        })),
        { key: 'total', label: t('origin.total'), align: 'end' },
      ]}
      rows={origin.rows.map((row) => ({
        id: row.id,
        cells: {
          district: <span lang="de">{row.label}</span>,
          ...Object.fromEntries(
            origin.channels.map((channel, index) => {
              return [channel, shownText(row.cells[index])];
            }),
          ),
          total: shownText(row.total),
        },
      }))}
    />
  );
}
