import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { pageTitle } from '@/app/[locale]/page-title';
import { TeamShell } from '@/app/[locale]/shell';
import { PageHeader } from '@/components/layout/page-header';
import { AuditTable } from '@/components/office/audit-table';
import { FilterLinks } from '@/components/ui/filter-links';
import { Pages } from '@/components/ui/pagination';
import { requireAdmin } from '@/lib/accounts/actor';
import { guarded } from '@/lib/accounts/page-guard';
import { AUDIT_KINDS } from '@/lib/audit/book';
import { auditPaths } from '@/lib/audit/paths';
import { listAudit } from '@/lib/audit/queries';
import { AUDIT_PERIODS, auditFilterOf } from '@/lib/audit/rules';
import type { AuditFilter } from '@/lib/audit/types';
import { believed } from '@/lib/core/page-cache';
import { localized } from '@/lib/core/paths';

interface Props {
  params: Promise<{ locale: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return pageTitle((await params).locale, 'audit.title');
}

/** Who with rights did what, for whoever answers for it. */
export default async function AuditPage({ params, searchParams }: Props) {
  const { locale } = await params;
  const filter = auditFilterOf(await believed(searchParams), [...AUDIT_KINDS.keys()]);
  const path = auditPaths.teamAudit(filter.kind, filter.period, filter.page);
  const { entries, total, page, pages } = await guarded(locale, path, async () =>
    listAudit(await requireAdmin(), filter),
  );
  const t = await getTranslations({ locale, namespace: 'audit' });
  // messages: *-audit.kind.*
  const say = (await getTranslations({ locale })) as unknown as (key: string) => string;
  const linkTo = (change: Partial<AuditFilter>) => {
    const { kind, period, page: to } = { ...filter, page: 1, ...change };
    return localized(locale, auditPaths.teamAudit(kind, period, to));
  };
  return (
    <TeamShell locale={locale} path={path} current="audit">
      <PageHeader title={t('title')} lead={t('lead')} />
      <FilterLinks
        label={t('kind.label')}
        items={[['all', { label: 'audit.kind.all' }] as const, ...AUDIT_KINDS].map(
          ([kind, { label }]) => ({
            href: linkTo({ kind }),
            label: say(label),
            current: kind === filter.kind,
          }),
        )}
      />
      <FilterLinks
        label={t('period.label')}
        items={namesOf(AUDIT_PERIODS).map((period) => ({
          href: linkTo({ period }),
          label: t(`period.${period}`),
          current: period === filter.period,
        }))}
      />
      <AuditTable locale={locale} entries={entries} total={total} />
      <Pages
        {...{ page, pages }}
        hrefOf={(to) => linkTo({ page: to })}
        words={{
          label: t('pages.label'),
          status: t('pages.status', { page, pages }),
          previous: t('pages.newer'),
          next: t('pages.older'),
        }}
      />
    </TeamShell>
  );
}

const namesOf = <Names extends object>(names: Names) => Object.keys(names) as (keyof Names)[];
