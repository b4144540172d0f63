import { getTranslations } from 'next-intl/server';
import { DataTable } from '@/components/ui/data-table';
import { Details } from '@/components/ui/details';
import { VisuallyHidden } from '@/components/ui/visually-hidden';
import { dayColumn } from '@/lib/core/day.mjs';
import { localized } from '@/lib/core/paths';
import { shortDate } from '@/lib/i18n/dates';
import type { Coverage, PlaceCover } from '@/lib/outreach/coverage/types';
import { outreachPaths } from '@/lib/outreach/paths';
import { dayWords } from '../words';

interface CoverageProps {
  locale: string;
  coverage: Coverage;
  everyDistrict: readonly { id: string; name: string }[];
}

const keyOf = ({ districtId, place }: PlaceCover) => `${districtId} ${place}`;

/** Where nobody was, each with the way to plan a round there. */
export async function QuietPlaces({ locale, coverage, everyDistrict }: CoverageProps) {
  const t = await getTranslations({ locale, namespace: 'outreach-rounds.quiet' });
  const quiet = coverage.places.filter((one) => one.quiet);
  if (quiet.length === 0) return <p>{t(coverage.places.length === 0 ? 'noPlace' : 'none')}</p>;
  const [first, rest] = [quiet.slice(0, QUIET_SHOWN), quiet.slice(QUIET_SHOWN)];
  return (
    <>
      <QuietList {...{ locale, everyDistrict }} quiet={first} />
      {rest.length > 0 ? (
        <Details summary={t('more', { count: rest.length })}>
          <QuietList {...{ locale, everyDistrict }} quiet={rest} />
        </Details>
      ) : null}
    </>
  );
}

/** More are folded away: one of them is the next round. */
const QUIET_SHOWN = 4;

async function QuietList({
  locale,
  quiet,
  everyDistrict,
}: Pick<CoverageProps, 'locale' | 'everyDistrict'> & { quiet: readonly PlaceCover[] }) {
  const t = await getTranslations({ locale, namespace: 'outreach-rounds.quiet' });
  return (
    <ul>
      {quiet.map((one) => (
        <li
          key={keyOf(one)}
          className="flex flex-wrap justify-between gap-x-6 gap-y-1 border-t border-rule py-3"
        >
          <span className="min-w-0 wrap-anywhere">
            <strong>{one.place}</strong>,{' '}
            {everyDistrict.find(({ id }) => id === one.districtId)?.name ?? ''},{' '}
            <span className="text-ink-soft">
              {one.lastDay ? t('last', { day: dayWords(one.lastDay, locale) }) : t('long')}
            </span>
          </span>
          <a
            href={localized(
              locale,
              outreachPaths.teamRoundNewNext({ district: one.districtId, place: one.place }),
            )}
          >
            {t('plan')}
            <VisuallyHidden> – {one.place}</VisuallyHidden>
          </a>
        </li>
      ))}
    </ul>
  );
}

/** Weeks across, places down: a picture for whoever sees it, a table for everybody. */
export async function WeekStrip({ locale, coverage }: Omit<CoverageProps, 'everyDistrict'>) {
  const t = await getTranslations({ locale, namespace: 'outreach-rounds.strip' });
  const { mondays, places } = coverage;
  const short = (monday: string) => shortDate(dayColumn(monday), locale, 'UTC');
  const weeks = (one: PlaceCover, kind: 'was' | 'planned') =>
    mondays.filter((_, index) => one.weeks[index] === kind).map(short);
  return (
    <div className="stack">
      <p className="measure">{t('text')}</p>
      <div className="grid grid-cols-[minmax(0,1fr)] gap-1" role="img" aria-label={t('label')}>
        {places.map((one) => (
          <Strip key={keyOf(one)} cover={one} />
        ))}
      </div>
      <Details summary={t('table')}>
        <DataTable
          caption={t('caption')}
          captionHidden
          columns={[
            { key: 'place', label: t('place'), rowHeader: true },
            { key: 'was', label: t('was') },
            { key: 'planned', label: t('planned') },
          ]}
          rows={places.map((one) => ({
            id: keyOf(one),
            cells: {
              place: one.place,
              was: weeks(one, 'was').join(', ') || t('never'),
              planned: weeks(one, 'planned').join(', ') || t('never'),
            },
          }))}
        />
      </Details>
    </div>
  );
}

const CELL = 12;

function Strip({ cover }: { cover: PlaceCover }) {
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] items-center gap-x-4 sm:grid-cols-[minmax(0,16rem)_minmax(0,1fr)]">
      <span className="min-w-0 text-small wrap-anywhere">{cover.place}</span>
      <svg
        viewBox={`0 0 ${cover.weeks.length * CELL} ${CELL}`}
        className="h-auto w-full max-w-md"
        aria-hidden="true"
        focusable="false"
      >
        {cover.weeks.map((week, index) => (
          <rect
            // biome-ignore lint/suspicious/noArrayIndexKey: a week has its place and nothing else
            key={index}
            x={index * CELL + 1}
            y={1}
            width={CELL - 2}
            height={CELL - 2}
            rx={2}
            className={MARKS[week]}
          />
        ))}
      </svg>
    </div>
  );
}

const MARKS = {
  was: 'fill-action stroke-action',
  planned: 'fill-surface stroke-action stroke-2',
  none: 'fill-tint stroke-none',
} as const;
