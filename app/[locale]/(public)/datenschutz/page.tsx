import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { pageTitle } from '@/app/[locale]/page-title';
import { PublicShell } from '@/app/[locale]/shell';
import { PageHeader } from '@/components/layout/page-header';
import { Section } from '@/components/layout/section';
import { OfficeAddress } from '@/components/settings/office-address';
import { OwnWords } from '@/components/settings/own-words';
import { DataTable } from '@/components/ui/data-table';
import { getNextFree } from '@/lib/appointments/booking/queries';
import { localized } from '@/lib/core/paths';
import { isOffered } from '@/lib/counselling/queries';
import { privacyPaths } from '@/lib/privacy/paths';
import { settingsPaths } from '@/lib/settings/paths';
import { getOffice } from '@/lib/settings/queries';

interface Props {
  params: Promise<{ locale: string }>;
}

const KINDS = [
  'reading',
  'proposal',
  'backing',
  'signUp',
  'support',
  'appointment',
  'survey',
  'account',
  'card',
  'vote',
  'mail',
  'calls',
  'staff',
  'safety',
] as const;
const NEVER = ['cookies', 'tracking', 'others', 'counselling', 'address'] as const;
const RIGHTS = ['know', 'correct', 'delete', 'object', 'complain'] as const;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return pageTitle((await params).locale, 'privacy.title');
}

export default async function PrivacyPage({ params }: Props) {
  const { locale } = await params;
  const office = await getOffice({ locale });
  const t = await getTranslations({ locale, namespace: 'privacy' });
  const legal = await getTranslations({ locale, namespace: 'legal' });
  const isTalkedAbout = await isOffered();
  return (
    <PublicShell locale={locale} path={settingsPaths.privacy()}>
      <PageHeader title={t('title')} lead={t('lead')} />
      <Section title={t('neverTitle')}>
        <div className="prose">
          <ul>
            {/* Nothing is said of a counselling that is not offered. */}
            {NEVER.filter((thing) => thing !== 'counselling' || isTalkedAbout).map((thing) => (
              <li key={thing}>{t(`never.${thing}`)}</li>
            ))}
          </ul>
        </div>
      </Section>
      <Section title={t('tableTitle')} intro={t('tableIntro')}>
        <WhatIsStored locale={locale} />
      </Section>
      <Section title={t('voteTitle')}>
        <p className="measure">{t('voteText')}</p>
      </Section>
      <Section title={t('rightsTitle')} intro={t('rightsIntro')}>
        <div className="prose">
          <ul>
            {RIGHTS.map((right) => (
              <li key={right}>{t(`right.${right}`)}</li>
            ))}
          </ul>
        </div>
        <p>
          <a href={localized(locale, privacyPaths.accountData())}>{t('rightsLink')}</a>
        </p>
      </Section>
      <Section title={t('whoTitle')}>
        <p>{t('whoText')}</p>
        <OfficeAddress
          office={office}
          labels={{ phone: legal('contact.phone'), mail: legal('contact.mail') }}
        />
        <p>{t('basis')}</p>
      </Section>
      <OwnWords title={t('officerTitle')} text={office.privacyContact} />
      <Section title={t('supervisionTitle')}>
        <p lang="de" className="whitespace-pre-line">
          {office.supervisoryBody || t('supervisionDefault')}
        </p>
      </Section>
      <OwnWords title={legal('extraTitle')} text={office.privacyExtra} />
    </PublicShell>
  );
}

async function WhatIsStored({ locale }: { locale: string }) {
  const hasAppointments = (await getNextFree()) !== null;
  const t = await getTranslations({ locale, namespace: 'privacy' });
  return (
    <DataTable
      caption={t('tableTitle')}
      captionHidden
      columns={(['what', 'why', 'long', 'who'] as const).map((key) => ({
        key,
        label: t(`column.${key}`),
        ...(key === 'what' ? { rowHeader: true } : {}),
      }))}
      rows={KINDS.filter((kind) => kind !== 'appointment' || hasAppointments).map((kind) => ({
        id: kind,
        cells: {
          what: t(`kind.${kind}.what`),
          why: t(`kind.${kind}.why`),
          long: t(`kind.${kind}.long`),
          who: t(`kind.${kind}.who`),
        },
      }))}
    />
  );
}
