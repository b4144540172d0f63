import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { pageTitle } from '@/app/[locale]/page-title';
import { TeamShell } from '@/app/[locale]/shell';
import { RateTable, UnrankedList } from '@/components/activation/office/comparison';
import { PageHeader } from '@/components/layout/page-header';
import { Section } from '@/components/layout/section';
import { EmptyState } from '@/components/ui/empty-state';
import { requireCoordinator } from '@/lib/accounts/actor';
import { guarded } from '@/lib/accounts/page-guard';
import { getComparison } from '@/lib/activation/compare/queries';
import { activationPaths } from '@/lib/activation/paths';
import { localized } from '@/lib/core/paths';

type Props = { params: Promise<{ locale: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return pageTitle((await params).locale, 'activation-compare.title');
}

/** Which format brings new people for the hours it takes. */
export default async function TeamComparePage({ params }: Props) {
  const { locale } = await params;
  const path = activationPaths.teamCompare();
  const comparison = await guarded(locale, path, async () =>
    getComparison(await requireCoordinator()),
  );
  const t = await getTranslations({ locale, namespace: 'activation-compare' });
  const book = await getTranslations({ locale, namespace: 'activation-formats.case' });
  return (
    <TeamShell locale={locale} path={path} current="activation">
      <PageHeader
        back={{ href: localized(locale, activationPaths.teamFormats()), label: book('back') }}
        title={t('title')}
        lead={t('lead')}
      />
      {comparison.ranked.length === 0 ? (
        <EmptyState title={t('none')}>
          <p>{t('noneText')}</p>
        </EmptyState>
      ) : (
        <RateTable locale={locale} comparison={comparison} />
      )}
      {comparison.unranked.length > 0 ? (
        <Section title={t('unranked')}>
          <UnrankedList locale={locale} comparison={comparison} />
        </Section>
      ) : null}
    </TeamShell>
  );
}
