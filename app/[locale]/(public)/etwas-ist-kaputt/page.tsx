import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { pageTitle } from '@/app/[locale]/page-title';
import { PublicShell } from '@/app/[locale]/shell';
import { PageHeader } from '@/components/layout/page-header';
import { Section } from '@/components/layout/section';
import { ButtonLink } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { PhoneLine, PhoneLink } from '@/components/ui/phone-link';
import { localized } from '@/lib/core/paths';
import { proposalsPaths } from '@/lib/proposals/paths';
import { getOffice } from '@/lib/settings/queries';
import type { Office } from '@/lib/settings/types';

interface Props {
  params: Promise<{ locale: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  return pageTitle(locale, 'proposals-intake.broken.title');
}

/** A broken thing is not a proposal: the town repairs it, here is whom to tell. */
export default async function BrokenThingPage({ params }: Props) {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: 'proposals-intake.broken' });
  const office = await getOffice({ locale });
  return (
    <PublicShell locale={locale} path={proposalsPaths.brokenThing()}>
      <PageHeader
        back={{ href: localized(locale, proposalsPaths.proposalDoor()), label: t('back') }}
        title={t('title')}
        lead={t('lead')}
      />
      <Notice tone="warn" title={t('dangerTitle')}>
        <p>
          {t('danger')} <PhoneLink number="112" />
        </p>
      </Notice>
      <ReportingWay locale={locale} office={office} />
      {office.phone === '' ? null : (
        <Section title={t('helpTitle')}>
          <PhoneLine number={office.phone}>{t('help')}</PhoneLine>
        </Section>
      )}
      <p className="measure mt-8">
        {t('idea')} <a href={localized(locale, proposalsPaths.proposalForm())}>{t('ideaLink')}</a>
      </p>
    </PublicShell>
  );
}

async function ReportingWay({ locale, office }: { locale: string; office: Office }) {
  const t = await getTranslations({ locale, namespace: 'proposals-intake.broken' });
  const { reportingName, reportingUrl, reportingPhone } = office;
  if (!reportingUrl && !reportingPhone) return null;
  return (
    <Section title={reportingName || t('town')} intro={<p>{t('way')}</p>}>
      <div className="cluster">
        {reportingUrl ? (
          <ButtonLink href={reportingUrl} arrow>
            {t('online')}
          </ButtonLink>
        ) : null}
        {reportingPhone ? <PhoneLine number={reportingPhone}>{t('phone')}</PhoneLine> : null}
      </div>
      <p>{t('say')}</p>
    </Section>
  );
}
