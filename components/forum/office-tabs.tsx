import { getTranslations } from 'next-intl/server';
import { FilterLinks } from '@/components/ui/filter-links';
import { localized, routes } from '@/lib/core/routes';

export type OfficeTab = 'overview' | 'edit' | 'agenda' | 'registrations' | 'result' | 'minutes';

type OfficeTabsProps = { locale: string; number: number; current: OfficeTab };

/** The parts of a session in the office. */
export async function OfficeTabs({ locale, number, current }: OfficeTabsProps) {
  const t = await getTranslations({ locale, namespace: 'forum-office' });
  const parts: [OfficeTab, string, string][] = [
    ['overview', t('tab.overview'), routes.teamForumSession(number)],
    ['edit', t('tab.edit'), routes.teamForumEdit(number)],
    ['agenda', t('tab.agenda'), routes.teamForumAgenda(number)],
    ['registrations', t('tab.registrations'), routes.teamForumRegistrations(number)],
    ['result', t('tab.result'), routes.teamForumResult(number)],
    ['minutes', t('tab.minutes'), routes.teamForumMinutes(number)],
  ];
  return (
    <div className="mb-6">
      <FilterLinks
        label={t('tab.label')}
        items={parts.map(([tab, label, path]) => ({
          label,
          href: localized(locale, path),
          current: tab === current,
        }))}
      />
    </div>
  );
}
