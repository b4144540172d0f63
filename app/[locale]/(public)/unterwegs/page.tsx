import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { pageTitle } from '@/app/[locale]/page-title';
import { PublicShell } from '@/app/[locale]/shell';
import { PageHeader } from '@/components/layout/page-header';
import { Section } from '@/components/layout/section';
import { ComingRounds } from '@/components/outreach/coming-rounds';
import { calendarPaths } from '@/lib/calendar/paths';
import { officeToday } from '@/lib/core/office-time';
import { localized } from '@/lib/core/paths';
import { meetingsPaths } from '@/lib/meetings/paths';
import { isAnythingBroughtBack } from '@/lib/meetings/published/queries';
import { listComing } from '@/lib/outreach/dates/queries';
import { outreachPaths } from '@/lib/outreach/paths';
import { hasAnnouncedOnce } from '@/lib/outreach/queries';
import { proposalsPaths } from '@/lib/proposals/paths';
import { getOffice } from '@/lib/settings/queries';

type Props = { params: Promise<{ locale: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return pageTitle((await params).locale, 'outreach.public.title');
}

/** Where everybody can meet the office in the coming weeks, without an appointment. */
export default async function WhereWeArePage({ params }: Props) {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: 'outreach.public' });
  const rounds = await listComing();
  const isMoreTold = await isAnythingBroughtBack();
  const { everyDistrict, openingHours } = await getOffice({ locale });
  // An office that never announced a round is not said to go out, nor to write anything down of it.
  const goesOut = await hasAnnouncedOnce();
  return (
    <PublicShell locale={locale} path={outreachPaths.whereWeAre()}>
      <PageHeader title={t('title')} lead={goesOut ? t('lead') : undefined} />
      <ComingRounds
        locale={locale}
        rounds={rounds}
        today={officeToday()}
        everyDistrict={everyDistrict}
        hasHours={openingHours.length > 0}
      />
      {goesOut ? (
        <Section title={t('kept')}>
          <p className="measure">{t('keptText')}</p>
        </Section>
      ) : null}
      <p className="no-print">
        {t('idea')} <a href={localized(locale, proposalsPaths.proposalDoor())}>{t('ideaLink')}</a>
      </p>
      {isMoreTold ? <BroughtBackLink locale={locale} /> : null}
      <p className="no-print">
        <a href={localized(locale, calendarPaths.calendar())}>{t('calendar')}</a>
      </p>
    </PublicShell>
  );
}

/** What the office learnt elsewhere, where there is something to read of it. */
async function BroughtBackLink({ locale }: { locale: string }) {
  const t = await getTranslations({ locale, namespace: 'meetings.public' });
  return (
    <p className="no-print">
      <a href={localized(locale, meetingsPaths.whatWeBring())}>{t('link')}</a>
    </p>
  );
}
