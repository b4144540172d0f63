import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { pageTitle } from '@/app/[locale]/page-title';
import { PublicShell } from '@/app/[locale]/shell';
import { HelpKinds } from '@/components/initiatives/help-kinds';
import { InitiativeCards } from '@/components/initiatives/initiative-cards';
import { PageHeader } from '@/components/layout/page-header';
import { Prose, Section } from '@/components/layout/section';
import { OwnText } from '@/components/settings/own-text';
import { ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { PhoneLine } from '@/components/ui/phone-link';
import { localized } from '@/lib/core/paths';
import { counsellingPaths } from '@/lib/counselling/paths';
import { isOffered } from '@/lib/counselling/queries';
import { initiativesPaths } from '@/lib/initiatives/paths';
import { listInitiatives } from '@/lib/initiatives/queries';
import { networkPaths } from '@/lib/network/paths';
import { getOffice } from '@/lib/settings/queries';

type Props = { params: Promise<{ locale: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return pageTitle((await params).locale, 'initiatives.overview.title');
}

/** What neighbours can get for what they plan, and who already does something. */
export default async function SupportOverviewPage({ params }: Props) {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: 'initiatives.overview' });
  const office = await getOffice({ locale });
  const { phone, supportWorkdays } = office;
  const initiatives = await listInitiatives({ locale });
  const door = localized(locale, initiativesPaths.supportDoor());
  return (
    <PublicShell locale={locale} path={initiativesPaths.supportOverview()} current="support">
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        actions={
          <ButtonLink href={door} arrow>
            {t('askAction')}
          </ButtonLink>
        }
      />
      <Section title={t('whatTitle')} intro={<p>{t('whatText')}</p>}>
        <HelpKinds locale={locale} office={office} />
      </Section>
      <Section title={t('howTitle')} tone="tinted">
        <Prose>
          <ol>
            <li>{t('howAsk')}</li>
            <li>{t('howAnswer', { days: supportWorkdays })}</li>
            <li>{t('howOffer')}</li>
          </ol>
        </Prose>
        <OwnText office={office} name="MONEY_WAY" />
        <PhoneLine number={phone}>{t('byPhone')}</PhoneLine>
      </Section>
      <Section
        title={t('initiatives')}
        intro={initiatives.length > 0 ? <p>{t('initiativesText')}</p> : undefined}
      >
        {initiatives.length === 0 ? (
          <EmptyState title={t('none')} action={{ href: door, label: t('askAction') }}>
            <p>{t('noneText')}</p>
          </EmptyState>
        ) : (
          <InitiativeCards locale={locale} initiatives={initiatives} />
        )}
      </Section>
      <Section title={t('elseTitle')}>
        {(await isOffered()) ? (
          <p className="measure">
            {t('elseText')}{' '}
            <a href={localized(locale, counsellingPaths.counselling())}>{t('elseLink')}</a>
          </p>
        ) : null}
        <p className="measure">
          {t('guideText')} <a href={localized(locale, networkPaths.guide())}>{t('guideLink')}</a>
        </p>
      </Section>
    </PublicShell>
  );
}
