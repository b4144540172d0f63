import { getTranslations } from 'next-intl/server';
import { DataTable } from '@/components/ui/data-table';
import { VisuallyHidden } from '@/components/ui/visually-hidden';
import type { TrialView } from '@/lib/activation/formats/types';
import { activationPaths } from '@/lib/activation/paths';
import { typedHours } from '@/lib/activation/trials/rules';
import { dayColumn } from '@/lib/core/day.mjs';
import { localized } from '@/lib/core/paths';
import { longDay } from '@/lib/i18n/dates';
import { euros } from '@/lib/i18n/money';

interface TrialTableProps {
  locale: string;
  trials: readonly TrialView[];
  /** Local date. */
  today: string;
  everyDistrict: readonly { id: string; name: string }[];
}

/** When a format was tried and what came of it, in numbers. */
export async function TrialTable({ locale, trials, today, everyDistrict }: TrialTableProps) {
  const t = await getTranslations({ locale, namespace: 'activation-trials' });
  const title = (await getTranslations({ locale, namespace: 'activation-formats.case' }))('trials');
  const none = (await getTranslations({ locale, namespace: 'activation-formats.case' }))(
    'trialsNone',
  );
  // Of a day that is still to come nobody has missed to count.
  const said = (day: string, value: number | null, words: (value: number) => string) =>
    value === null ? day <= today && t('table.uncounted') : words(value);
  return (
    <DataTable
      caption={title}
      captionHidden
      columns={[
        { key: 'day', label: t('table.day'), rowHeader: true },
        { key: 'where', label: t('table.where') },
        { key: 'reached', label: t('table.reached'), align: 'end' },
        { key: 'first', label: t('table.first'), align: 'end' },
        { key: 'hours', label: t('table.hours'), align: 'end' },
        { key: 'cost', label: t('table.cost'), align: 'end' },
        { key: 'action', label: t('table.look') },
      ]}
      rows={trials.map(({ id, day, districtId, reached, ...trial }) => ({
        id,
        cells: {
          day: longDay(dayColumn(day), locale),
          where: everyDistrict.find((one) => one.id === districtId)?.name ?? '',
          reached: day > today ? t('table.coming') : said(day, reached, String),
          first: said(day, trial.firstTimers, String),
          hours: said(day, trial.staffMinutes, typedHours),
          cost: said(day, trial.costCents, (cents) => euros(cents, locale)),
          action: (
            <a href={localized(locale, activationPaths.teamTrial(id))}>
              {t(reached === null && day <= today ? 'table.open' : 'table.look')}
              <VisuallyHidden> – {longDay(dayColumn(day), locale)}</VisuallyHidden>
            </a>
          ),
        },
      }))}
      empty={none}
    />
  );
}
