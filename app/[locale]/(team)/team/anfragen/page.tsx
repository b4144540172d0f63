import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { pageTitle } from '@/app/[locale]/page-title';
import { TeamShell } from '@/app/[locale]/shell';
import { RequestRows } from '@/components/initiatives/request-rows';
import { PageHeader } from '@/components/layout/page-header';
import { Section } from '@/components/layout/section';
import { ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { FilterLinks } from '@/components/ui/filter-links';
import { Pages } from '@/components/ui/pagination';
import { requireCoordinator } from '@/lib/accounts/actor';
import { guarded } from '@/lib/accounts/page-guard';
import { officeToday } from '@/lib/core/office-time';
import { believed } from '@/lib/core/page-cache';
import { localized } from '@/lib/core/paths';
import { listRequests } from '@/lib/initiatives/handling/queries';
import { GROUP_NAMES, isRequestGroup } from '@/lib/initiatives/handling/rules';
import { initiativesPaths } from '@/lib/initiatives/paths';

type Props = {
  params: Promise<{ locale: string }>;
  searchParams: Promise<{ group?: string | string[]; page?: string | string[] }>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return pageTitle((await params).locale, 'initiatives-office.list.title');
}

/** The office's list of requests, what was promised first on top. */
export default async function TeamRequestsPage({ params, searchParams }: Props) {
  const { locale } = await params;
  const { group: asked, page: askedPage } = await believed(searchParams);
  const group = isRequestGroup(asked) ? asked : 'waiting';
  const path = initiativesPaths.teamRequests(group);
  const { lines, counts, page, pages } = await guarded(locale, path, async () =>
    listRequests(await requireCoordinator(), group, Number(askedPage ?? 1)),
  );
  const t = await getTranslations({ locale, namespace: 'initiatives-office' });
  return (
    <TeamShell locale={locale} path={path} current="requests">
      <PageHeader
        title={t('list.title')}
        actions={
          <ButtonLink href={localized(locale, initiativesPaths.teamRequestNew())}>
            {t('list.newAction')}
          </ButtonLink>
        }
      />
      <FilterLinks
        label={t('list.filter')}
        items={GROUP_NAMES.map((name) => ({
          href: localized(locale, initiativesPaths.teamRequests(name)),
          label: t(`group.${name}`),
          count: counts[name],
          current: name === group,
        }))}
      />
      {lines.length === 0 ? (
        <EmptyState title={t(group === 'waiting' ? 'list.none' : 'list.noneOfGroup')} />
      ) : (
        <Section title={t(`group.${group}`)}>
          <RequestRows locale={locale} lines={lines} today={officeToday()} />
        </Section>
      )}
      <Pages
        {...{ page, pages }}
        hrefOf={(to) => localized(locale, initiativesPaths.teamRequestsPage(group, to))}
        words={{
          label: t('list.pages'),
          status: t('list.page', { page, pages }),
          previous: t('list.before'),
          next: t('list.after'),
        }}
      />
    </TeamShell>
  );
}
