import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { pageTitle } from '@/app/[locale]/page-title';
import { PublicShell } from '@/app/[locale]/shell';
import { Columns } from '@/components/layout/columns';
import { PageHeader } from '@/components/layout/page-header';
import { Section } from '@/components/layout/section';
import { OfficeAddress } from '@/components/settings/office-address';
import { OwnText } from '@/components/settings/own-text';
import { Facts } from '@/components/ui/facts';
import { localized } from '@/lib/core/paths';
import { doorTime } from '@/lib/i18n/dates';
import { proposalsPaths } from '@/lib/proposals/paths';
import { settingsPaths } from '@/lib/settings/paths';
import { getOffice } from '@/lib/settings/queries';
import { WEEKDAYS } from '@/lib/settings/rules';
import type { Office } from '@/lib/settings/types';

interface Props {
  params: Promise<{ locale: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return pageTitle((await params).locale, 'legal.about.title');
}

export default async function AboutPage({ params }: Props) {
  const { locale } = await params;
  const office = await getOffice({ locale });
  const t = await getTranslations({ locale, namespace: 'legal' });
  const common = await getTranslations({ locale, namespace: 'common' });
  const hours = WEEKDAYS.map((weekday) => ({
    label: common(`weekday.${weekday}`),
    value: office.openingHours
      .filter((hours) => hours.weekday === weekday)
      .map(({ from, to }) => common('frame.fromTo', { from: doorTime(from), to: doorTime(to) }))
      .join(', '),
  }));
  return (
    <PublicShell locale={locale} path={settingsPaths.aboutUs()}>
      <PageHeader title={t('about.title')} lead={t('about.lead', { office: office.officeName })} />
      <Columns layout="aside">
        <div>
          <Section title={t('about.whatTitle')}>
            <OwnText office={office} name="ABOUT_OFFICE" />
            <p className="measure">{t('about.noVote')}</p>
          </Section>
          <Districts locale={locale} districts={office.districts} />
          <Section title={t('about.promiseTitle')}>
            <p className="measure">{t('about.promiseText', { days: office.promiseWorkdays })}</p>
            <p>
              <a href={localized(locale, proposalsPaths.proposalsUnanswered())}>
                {t('about.promiseLink')}
              </a>
            </p>
          </Section>
        </div>
        <div>
          <Section title={t('about.visitTitle')}>
            <OfficeAddress
              office={office}
              labels={{ phone: t('contact.phone'), mail: t('contact.mail') }}
            />
          </Section>
          {office.openingHours.length === 0 ? null : (
            <Section title={t('about.hoursTitle')}>
              <Facts items={hours.filter(({ value }) => value !== '')} />
            </Section>
          )}
        </div>
      </Columns>
    </PublicShell>
  );
}

type DistrictsProps = { locale: string; districts: Office['districts'] };

/** Which ones the office is there for; nothing where it has named none. */
async function Districts({ locale, districts }: DistrictsProps) {
  if (districts.length === 0) return null;
  const t = await getTranslations({ locale, namespace: 'legal.about' });
  return (
    <Section title={t('districtsTitle')}>
      <div className="prose">
        <ul lang="de">
          {districts.map((district) => (
            <li key={district.id}>
              <strong>{district.name}</strong>
              {district.description === '' ? null : <> – {district.description}</>}
            </li>
          ))}
        </ul>
      </div>
    </Section>
  );
}
