import { getTranslations } from 'next-intl/server';
import { DataTable } from '@/components/ui/data-table';
import { areAlike } from '@/lib/activation/compare/rules';
import type { Compared, Comparison } from '@/lib/activation/compare/types';
import { activationPaths } from '@/lib/activation/paths';
import { typedHours } from '@/lib/activation/trials/rules';
import { localized } from '@/lib/core/paths';

interface ComparisonProps {
  locale: string;
  comparison: Comparison;
}

const perHour = (rate: number, locale: string) =>
  new Intl.NumberFormat(locale === 'en' ? 'en-IE' : 'de-DE', {
    ...{ minimumFractionDigits: 1, maximumFractionDigits: 1 },
  }).format(rate);

/** Formats by first-timers for each hour: a table whose numbers are drawn as well, each with what it rests on. */
export async function RateTable({ locale, comparison: { ranked } }: ComparisonProps) {
  const t = await getTranslations({ locale, namespace: 'activation-compare' });
  const longest = Math.max(1, ...ranked.map(({ high }) => high));
  const isOpen = ranked.length > 1 && areAlike(ranked);
  return (
    <>
      <p className="measure">{t('careful')}</p>
      {isOpen ? (
        <p className="measure">
          <strong>{t('alike')}</strong>
        </p>
      ) : null}
      <DataTable
        caption={t('caption')}
        columns={[
          { key: 'name', label: t('name'), rowHeader: true },
          { key: 'rate', label: t('rate') },
          { key: 'range', label: t('range') },
          { key: 'basis', label: t('basis') },
        ]}
        rows={ranked.map((one) => ({
          id: one.id,
          cells: {
            name: <FormatLink locale={locale} format={one} />,
            rate: (
              <>
                <strong className="tabular">{perHour(one.rate, locale)}</strong>
                <Range compared={one} longest={longest} />
              </>
            ),
            range: t('rangeOf', {
              low: perHour(one.low, locale),
              high: perHour(one.high, locale),
            }),
            basis: (
              <>
                {t('basisOf', {
                  ...{ trials: one.trials, reached: one.reached, first: one.firstTimers },
                  hours: typedHours(one.staffMinutes),
                })}
                {one.few ? <strong className="block">{t('few')}</strong> : null}
              </>
            ),
          },
        }))}
      />
    </>
  );
}

const WIDTH = 200;

/** A dot at the value, a line over where it might as well be. */
function Range({ compared, longest }: { compared: Compared; longest: number }) {
  const at = (rate: number) => 4 + (rate / longest) * (WIDTH - 8);
  return (
    <svg
      viewBox={`0 0 ${WIDTH} 16`}
      className="mt-1 h-4 w-full max-w-52"
      aria-hidden="true"
      focusable="false"
    >
      <line className="stroke-rule" x1="4" x2={WIDTH - 4} y1="15" y2="15" />
      <line
        className="stroke-ink-soft stroke-2"
        x1={at(compared.low)}
        x2={at(compared.high)}
        y1="8"
        y2="8"
      />
      <circle className="fill-action" cx={at(compared.rate)} cy="8" r="4" />
    </svg>
  );
}

/** What was never tried, or not counted: named, and without a place in the order. */
export async function UnrankedList({ locale, comparison: { unranked } }: ComparisonProps) {
  const t = await getTranslations({ locale, namespace: 'activation-compare' });
  return (
    <ul>
      {unranked.map((one) => (
        <li key={one.id} className="border-t border-rule py-2 wrap-anywhere">
          {/* messages: activation-compare.untried activation-compare.uncounted */}
          <FormatLink locale={locale} format={one} />: {t(one.why)}
        </li>
      ))}
    </ul>
  );
}

interface FormatLinkProps {
  locale: string;
  format: { id: string; name: string; edition: number };
}

async function FormatLink({ locale, format: { id, name, edition } }: FormatLinkProps) {
  const t = await getTranslations({ locale, namespace: 'activation-formats' });
  return (
    <a href={localized(locale, activationPaths.teamFormat(id))}>
      {edition === 1 ? name : t('edition', { name, edition })}
    </a>
  );
}
