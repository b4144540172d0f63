import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { pageTitle } from '@/app/[locale]/page-title';
import { PublicShell } from '@/app/[locale]/shell';
import { PageHeader } from '@/components/layout/page-header';
import { Prose, Section } from '@/components/layout/section';
import { OfficeAddress } from '@/components/settings/office-address';
import { OwnWords } from '@/components/settings/own-words';
import { settingsPaths } from '@/lib/settings/paths';
import { getOffice } from '@/lib/settings/queries';

interface Props {
  params: Promise<{ locale: string }>;
}

const DONE = ['script', 'keyboard', 'zoom', 'contrast', 'forms', 'paper'] as const;
const LIMITS = ['people', 'easy', 'sign', 'posted'] as const;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return pageTitle((await params).locale, 'legal.accessibility.title');
}

export default async function AccessibilityPage({ params }: Props) {
  const { locale } = await params;
  const office = await getOffice({ locale });
  const t = await getTranslations({ locale, namespace: 'legal' });
  return (
    <PublicShell locale={locale} path={settingsPaths.accessibility()}>
      <PageHeader title={t('accessibility.title')} lead={t('accessibility.lead')} />
      <Prose>
        <Section title={t('accessibility.stateTitle')}>
          <p>{t('accessibility.stateText')}</p>
        </Section>
        <Section title={t('accessibility.doneTitle')}>
          <ul>
            {DONE.map((thing) => (
              <li key={thing}>{t(`accessibility.done.${thing}`)}</li>
            ))}
          </ul>
        </Section>
        <Section title={t('accessibility.limitsTitle')}>
          <ul>
            {LIMITS.map((thing) => (
              <li key={thing}>{t(`accessibility.limit.${thing}`)}</li>
            ))}
          </ul>
        </Section>
        <Section title={t('accessibility.tellTitle')}>
          <p>{t('accessibility.tellText')}</p>
          <OfficeAddress
            office={office}
            labels={{ phone: t('contact.phone'), mail: t('contact.mail') }}
          />
        </Section>
        <Section title={t('accessibility.helpTitle')}>
          <p>{t('accessibility.helpText')}</p>
        </Section>
        <OwnWords title={t('extraTitle')} text={office.accessibilityExtra} />
      </Prose>
    </PublicShell>
  );
}
