import { getTranslations } from 'next-intl/server';
import { FilterLinks } from '@/components/ui/filter-links';
import { localized } from '@/lib/core/paths';
import { forumPaths } from '@/lib/forum/paths';

export type OfficeTab = 'overview' | 'edit' | 'agenda' | 'registrations' | 'result' | 'minutes';

type OfficeTabsProps = { locale: string; number: number; current: OfficeTab };

/** The parts of a session in the office. */
export async function OfficeTabs({ locale, number, current }: OfficeTabsProps) {
  const t = await getTranslations({ locale, namespace: 'forum-office' });
  const parts: [OfficeTab, string, string][] = [
    ['overview', t('tab.overview'), forumPaths.teamForumSession(number)],
    ['edit', t('tab.edit'), forumPaths.teamForumEdit(number)],
    ['agenda', t('tab.agenda'), forumPaths.teamForumAgenda(number)],
    ['registrations', t('tab.registrations'), forumPaths.teamForumRegistrations(number)],
    ['result', t('tab.result'), forumPaths.teamForumResult(number)],
    ['minutes', t('tab.minutes'), forumPaths.teamForumMinutes(number)],
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
