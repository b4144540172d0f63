import { getTranslations } from 'next-intl/server';
import { Details } from '@/components/ui/details';
import { FilterLinks } from '@/components/ui/filter-links';
import type { CalendarPlace, CalendarScope } from '@/lib/calendar/types';
import { localized } from '@/lib/core/paths';
import { listPath, monthPath } from './links';

type CalendarNavProps = {
  locale: string;
  place: CalendarPlace;
  /** The month shown; none: the list. */
  month?: string | undefined;
};

/** List or month, of which district, of which kind: all of them paths. */
export async function CalendarNav({ locale, place, month }: CalendarNavProps) {
  const t = await getTranslations({ locale, namespace: 'calendar' });
  const { scope, districts, kinds, today } = place;
  const path = (to: CalendarScope) =>
    localized(locale, month ? monthPath(to, month) : listPath(to));
  return (
    <div className="stack no-print">
      <FilterLinks
        label={t('view.label')}
        items={[
          { href: localized(locale, listPath(scope)), label: t('view.list'), current: !month },
          {
            href: localized(locale, monthPath(scope, month ?? today.slice(0, 7))),
            label: t('view.month'),
            current: month !== undefined,
          },
        ]}
      />
      <FilterLinks
        label={t('filter.district')}
        items={[
          {
            href: path({}),
            label: t('filter.allDistricts'),
            current: !scope.districtSlug && !scope.kind,
          },
          ...districts.map(({ slug, name }) => ({
            href: path({ districtSlug: slug }),
            label: name,
            current: slug === scope.districtSlug,
          })),
        ]}
      />
      <Details summary={t('filter.more')} open={scope.kind !== undefined}>
        <FilterLinks
          label={t('filter.kind')}
          items={[
            ...(scope.kind ? [{ href: path({}), label: t('filter.allKinds') }] : []),
            ...kinds.map(({ kind, name }) => ({
              href: path({ kind }),
              label: name,
              current: kind === scope.kind,
            })),
          ]}
        />
      </Details>
    </div>
  );
}
