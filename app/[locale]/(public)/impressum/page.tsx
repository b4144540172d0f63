import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { pageTitle } from '@/app/[locale]/page-title';
import { PublicShell } from '@/app/[locale]/shell';
import { PageHeader } from '@/components/layout/page-header';
import { Prose, Section } from '@/components/layout/section';
import { OfficeAddress } from '@/components/settings/office-address';
import { OwnText } from '@/components/settings/own-text';
import { OwnWords } from '@/components/settings/own-words';
import { settingsPaths } from '@/lib/settings/paths';
import { getOffice } from '@/lib/settings/queries';
import { postalAddress } from '@/lib/settings/rules';

interface Props {
  params: Promise<{ locale: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return pageTitle((await params).locale, 'legal.imprint.title');
}

export default async function ImprintPage({ params }: Props) {
  const { locale } = await params;
  const office = await getOffice({ locale });
  const t = await getTranslations({ locale, namespace: 'legal' });
  // A new office has no carrier written down yet.
  const provider = office.carrierName || office.officeName;
  return (
    <PublicShell locale={locale} path={settingsPaths.imprint()}>
      <PageHeader title={t('imprint.title')} lead={t('imprint.lead')} />
      <Prose>
        <Section title={t('imprint.providerTitle')}>
          <p lang="de">
            <strong>{provider}</strong>
            <br />
            {office.carrierAddress || postalAddress(office)}
          </p>
          {office.representedBy === '' ? null : (
            <p>{t('imprint.representedBy', { name: office.representedBy })}</p>
          )}
        </Section>
        <Section title={t('imprint.contactTitle')}>
          <OfficeAddress
            office={office}
            labels={{ phone: t('contact.phone'), mail: t('contact.mail') }}
          />
        </Section>
        <Section title={t('imprint.contentTitle')}>
          <p>{t('imprint.contentText', { name: office.representedBy || provider })}</p>
        </Section>
        {office.ownTexts.COMPLAINTS ? (
          <Section title={t('imprint.disputesTitle')}>
            <OwnText office={office} name="COMPLAINTS" />
          </Section>
        ) : null}
        <Section title={t('imprint.sourceTitle')}>
          <p>{t('imprint.sourceText')}</p>
        </Section>
        <OwnWords title={t('extraTitle')} text={office.imprintExtra} />
      </Prose>
    </PublicShell>
  );
}
