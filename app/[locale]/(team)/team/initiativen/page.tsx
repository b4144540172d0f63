import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { pageTitle } from '@/app/[locale]/page-title';
import { TeamShell } from '@/app/[locale]/shell';
import { GroupTable } from '@/components/initiatives/group-table';
import { PageHeader } from '@/components/layout/page-header';
import { ButtonLink } from '@/components/ui/button';
import { requireCoordinator } from '@/lib/accounts/actor';
import { guarded } from '@/lib/accounts/page-guard';
import { localized } from '@/lib/core/paths';
import { listGroups } from '@/lib/initiatives/groups/queries';
import { initiativesPaths } from '@/lib/initiatives/paths';

type Props = { params: Promise<{ locale: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return pageTitle((await params).locale, 'initiatives-groups.list.title');
}

/** Groups of neighbours, for the office. */
export default async function TeamGroupsPage({ params }: Props) {
  const { locale } = await params;
  const path = initiativesPaths.teamGroups();
  const groups = await guarded(locale, path, async () => listGroups(await requireCoordinator()));
  const t = await getTranslations({ locale, namespace: 'initiatives-groups.list' });
  return (
    <TeamShell locale={locale} path={path} current="initiatives">
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        actions={
          <>
            <ButtonLink href={localized(locale, initiativesPaths.teamGroupNew())}>
              {t('add')}
            </ButtonLink>
            <a href={localized(locale, initiativesPaths.supportOverview())}>{t('public')}</a>
          </>
        }
      />
      <GroupTable locale={locale} groups={groups} />
    </TeamShell>
  );
}
