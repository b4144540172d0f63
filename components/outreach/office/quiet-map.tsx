import { getTranslations } from 'next-intl/server';
import { DataTable } from '@/components/ui/data-table';
import { Details } from '@/components/ui/details';
import { type Gap, gapOf, WEEKS_BACK } from '@/lib/outreach/coverage/rules';
import type { Coverage } from '@/lib/outreach/coverage/types';
import { dayWords } from '../words';

interface QuietMapProps {
  locale: string;
  coverage: Coverage;
  everyDistrict: readonly { id: string; name: string }[];
  /** Local date. */
  today: string;
}

/**
 * Districts as fields with their places in them, in no real geography: the longer nobody was there the larger the mark,
 * with the weeks as its number and a pattern of its own. For whoever does not see it the same stands in a table.
 */
export async function QuietMap({ locale, coverage, everyDistrict, today }: QuietMapProps) {
  const t = await getTranslations({ locale, namespace: 'outreach-rounds.map' });
  const places = coverage.places.map((one) => {
    const gap = gapOf(one, today);
    return { ...one, gap, number: gap.weeks === null ? `${WEEKS_BACK}+` : String(gap.weeks) };
  });
  const fields = everyDistrict
    .map(({ id, name }) => ({ id, name, places: places.filter((one) => one.districtId === id) }))
    .filter((field) => field.places.length > 0);
  const nameOf = (id: string) => everyDistrict.find((one) => one.id === id)?.name ?? '';
  return (
    <div className="stack">
      <p className="measure">{t('text')}</p>
      <div role="img" aria-label={t('label')} className="grid grid-cols-[minmax(0,1fr)] gap-4">
        {fields.map((field) => (
          <div key={field.id} className="min-w-0 rounded-control border-2 border-edge p-3">
            <strong className="wrap-anywhere">{field.name}</strong>
            <div className="mt-2 grid grid-cols-[repeat(auto-fill,minmax(min(100%,8rem),1fr))] gap-3">
              {field.places.map((one) => (
                <div key={one.place} className="min-w-0 text-center">
                  <Mark gap={one.gap} number={one.number} isPlanned={one.ahead} />
                  <span className="text-small wrap-anywhere hyphens-auto">{one.place}</span>
                </div>
              ))}
            </div>
          </div>
        ))}
      </div>
      <Details summary={t('table')}>
        <DataTable
          caption={t('caption')}
          captionHidden
          columns={[
            { key: 'place', label: t('place'), rowHeader: true },
            { key: 'district', label: t('district') },
            { key: 'weeks', label: t('weeks'), align: 'end' },
            { key: 'last', label: t('last') },
            { key: 'planned', label: t('planned') },
          ]}
          rows={places.map((one) => ({
            id: `${one.districtId} ${one.place}`,
            cells: {
              place: one.place,
              district: nameOf(one.districtId),
              weeks: one.number,
              last: one.lastDay ? dayWords(one.lastDay, locale) : t('long'),
              planned: t(one.ahead ? 'yes' : 'no'),
            },
          }))}
        />
      </Details>
    </div>
  );
}

const SIZE = 64;
const RADIUS = { fresh: 16, while: 22, quiet: 29 } as const;

interface MarkProps {
  gap: Gap;
  number: string;
  isPlanned: boolean;
}

/** Empty: not long ago; a second ring: for a while; rays around it: for six weeks. A dashed rim: somebody will go. */
function Mark({ gap: { kind }, number, isPlanned }: MarkProps) {
  const middle = SIZE / 2;
  const radius = RADIUS[kind];
  const circle = { cx: middle, cy: middle, fill: 'none' } as const;
  return (
    <svg
      viewBox={`0 0 ${SIZE} ${SIZE}`}
      className="mx-auto block size-16 stroke-ink"
      aria-hidden="true"
      focusable="false"
    >
      {kind === 'quiet' ? (
        // As many strokes as make a pattern; each is as long as it takes to leave the number free.
        <circle {...circle} r={radius - 4} strokeWidth={7} strokeDasharray="2 3" />
      ) : null}
      {kind === 'while' ? <circle {...circle} r={radius - 4} strokeWidth={1.5} /> : null}
      <circle
        {...circle}
        r={radius}
        strokeWidth={kind === 'quiet' ? 3 : 2}
        strokeDasharray={isPlanned ? '5 4' : undefined}
      />
      <text
        x={middle}
        y={middle}
        textAnchor="middle"
        dominantBaseline="central"
        className="fill-ink stroke-none font-bold"
        fontSize={kind === 'quiet' ? 18 : 15}
      >
        {number}
      </text>
    </svg>
  );
}
