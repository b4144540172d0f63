import { getTranslations } from 'next-intl/server';
import { localized } from '@/lib/core/paths';
import { outreachPaths } from '@/lib/outreach/paths';
import { periodIdOf, plusQuarters, quarterOf } from '@/lib/outreach/statistics/rules';
import type { AskedPeriod } from '@/lib/outreach/statistics/types';

interface StatisticChoiceProps {
  locale: string;
  period: AskedPeriod;
  /** `YYYY-MM-DD` */
  today: string;
  district: string | undefined;
  districts: readonly { id: string; name: string }[];
}

/** This and the four quarters before. */
const QUARTERS = 5;
const YEARS = 4;

/** Other periods and districts, each a link that leaves the other as it is. */
export async function StatisticChoice(props: StatisticChoiceProps) {
  const { locale, period, today, district, districts } = props;
  const t = await getTranslations({ locale, namespace: 'outreach-statistics' });
  const current = quarterOf(today);
  const quarters = Array.from({ length: QUARTERS }, (_, back) => plusQuarters(current, -back));
  const years = Array.from({ length: YEARS }, (_, back) => Number(today.slice(0, 4)) - back);
  const periods = [
    ...quarters.map((quarter) => ({
      id: periodIdOf(quarter),
      name: t('quarter', { quarter: periodIdOf(quarter).slice(-1), year: quarter.slice(0, 4) }),
    })),
    ...years.map((year) => ({ id: String(year), name: t('year', { year: String(year) }) })),
  ];
  const own = periods.some(({ id }) => id === period.id)
    ? []
    : quartersOf(period.year).map(({ id, quarter, year }) => ({
        ...{ id, name: t('quarter', { quarter, year }) },
      }));
  return (
    <div className="no-print my-6 grid grid-cols-[minmax(0,1fr)] gap-4">
      <Links
        label={t('periods')}
        chosen={period.id}
        options={[...periods, ...own]}
        hrefOf={(id) => localized(locale, outreachPaths.teamStatistic(id, district))}
      />
      <Links
        label={t('districts')}
        chosen={district ?? ''}
        options={[{ id: '', name: t('every') }, ...districts]}
        hrefOf={(id) => localized(locale, outreachPaths.teamStatistic(period.id, id))}
      />
    </div>
  );
}

const quartersOf = (year: number) =>
  ['1', '2', '3', '4'].map((quarter) => ({ id: `${year}-Q${quarter}`, quarter, year: `${year}` }));

interface LinksProps {
  label: string;
  chosen: string;
  options: readonly { id: string; name: string }[];
  hrefOf: (id: string) => string;
}

function Links({ label, chosen, options, hrefOf }: LinksProps) {
  return (
    <nav aria-label={label}>
      <p className="small text-ink-soft">{label}</p>
      <ul className="flex flex-wrap gap-x-6 gap-y-2">
        {options.map(({ id, name }) => (
          <li key={id} className="min-w-0 wrap-anywhere">
            <a href={hrefOf(id)} aria-current={id === chosen ? 'true' : undefined}>
              {id === chosen ? <strong>{name}</strong> : name}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
