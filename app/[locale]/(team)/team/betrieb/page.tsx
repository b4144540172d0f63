import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { pageTitle } from '@/app/[locale]/page-title';
import { TeamShell } from '@/app/[locale]/shell';
import { PageHeader } from '@/components/layout/page-header';
import { Section } from '@/components/layout/section';
import { ConditionTable, KeptRules, LateJobs } from '@/components/office/condition-table';
import { EmptyState } from '@/components/ui/empty-state';
import { Notice } from '@/components/ui/notice';
import { requireCoordinator } from '@/lib/accounts/actor';
import { guarded } from '@/lib/accounts/page-guard';
import { DOMAINS } from '@/lib/domains';
import { longDateTime } from '@/lib/i18n/dates';
import type { Manifest } from '@/lib/manifest';
import { operationPaths } from '@/lib/operation/paths';
import { getOperation } from '@/lib/operation/queries';
import { countBy } from '@/lib/operation/rules';
import type { Operation } from '@/lib/operation/types';
import { listLateClosings } from '@/lib/reports/queries';

interface Props {
  params: Promise<{ locale: string }>;
}

const RULES = new Map(
  DOMAINS.flatMap(({ retention }: Pick<Manifest, 'retention'>) =>
    Object.entries(retention).map(([rule, { label }]) => [rule, label] as const),
  ),
);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return pageTitle((await params).locale, 'operation.title');
}

/** How the program and what it stands on are doing; what to do is said where something is not well. */
export default async function OperationPage({ params }: Props) {
  const { locale } = await params;
  const path = operationPaths.teamOperation();
  const operation = await guarded(locale, path, async () => {
    const actor = await requireCoordinator();
    return getOperation(actor, [...RULES.keys()], await listLateClosings(actor));
  });
  const t = await getTranslations({ locale, namespace: 'operation' });
  return (
    <TeamShell locale={locale} path={path} current="operation">
      <PageHeader title={t('title')} lead={t('lead')} />
      {operation ? (
        <Measured locale={locale} operation={operation} />
      ) : (
        <EmptyState title={t('awayTitle')}>
          <p>{t('away')}</p>
        </EmptyState>
      )}
    </TeamShell>
  );
}

async function Measured({ locale, operation }: { locale: string; operation: Operation }) {
  const { at, findings, rules, late } = operation;
  const t = await getTranslations({ locale, namespace: 'operation' });
  return (
    <>
      <Summary locale={locale} operation={operation} />
      <ConditionTable locale={locale} findings={findings} />
      <p className="text-small">{t('at', { at: longDateTime(at, locale) })}</p>
      {late.length > 0 ? (
        <Section title={t('late.title')}>
          <LateJobs locale={locale} late={late} />
        </Section>
      ) : null}
      {rules.length > 0 ? (
        <Section title={t('rules.title')}>
          <KeptRules locale={locale} rules={rules} labels={RULES} />
        </Section>
      ) : null}
    </>
  );
}

async function Summary({ locale, operation }: { locale: string; operation: Operation }) {
  const { broken, look } = countBy(operation.findings);
  const t = await getTranslations({ locale, namespace: 'operation' });
  if (broken + look === 0) return <Notice tone="good">{t('summary.good')}</Notice>;
  return (
    <Notice tone={broken > 0 ? 'problem' : 'warn'}>
      <p>
        {broken > 0 ? `${t('summary.broken', { count: broken })} ` : ''}
        {look > 0 ? t('summary.look', { count: look }) : ''}
      </p>
    </Notice>
  );
}
