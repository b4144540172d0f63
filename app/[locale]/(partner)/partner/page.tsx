import { getTranslations } from 'next-intl/server';
import { pageTitle } from '@/app/[locale]/page-title';
import { ActShell } from '@/app/[locale]/shell';
import { PartnershipOver } from '@/components/calendar/entry-keeping';
import { EndingSection, KeptLists } from '@/components/calendar/kept-list';
import { PartnerDates } from '@/components/calendar/partner-dates';
import { PageHeader } from '@/components/layout/page-header';
import { ButtonLink } from '@/components/ui/button';
import { requireActor } from '@/lib/accounts/actor';
import { guarded } from '@/lib/accounts/page-guard';
import { accountsPaths } from '@/lib/accounts/paths';
import {
  isPartnershipOver,
  listKeptEntries,
  listPartnerDates,
  listPastEntries,
} from '@/lib/calendar/kept/queries';
import { calendarPaths } from '@/lib/calendar/paths';
import { now } from '@/lib/core/clock';
import { DAY_MS } from '@/lib/core/day.mjs';
import { officeDate } from '@/lib/core/office-time';
import { believed } from '@/lib/core/page-cache';
import { localized } from '@/lib/core/paths';
import { networkPaths } from '@/lib/network/paths';

interface Props {
  params: Promise<{ locale: string }>;
  searchParams: Promise<{ past?: string | string[] }>;
}

export async function generateMetadata({ params }: Props) {
  return pageTitle((await params).locale, 'calendar-partner.title');
}

const PARTNER_DATES_MS = 120 * DAY_MS;

/** A partner's own entries, and what waits for them. */
export default async function PartnerCalendarPage({ params, searchParams }: Props) {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: 'calendar-partner' });
  const at = now();
  const asked = Number((await believed(searchParams)).past ?? 1);
  const { entries, past, dates, isOver } = await guarded(
    locale,
    accountsPaths.partner(),
    async () => {
      const actor = await requireActor();
      const until = new Date(at.getTime() + PARTNER_DATES_MS);
      return {
        entries: await listKeptEntries(actor),
        past: await listPastEntries(actor, asked),
        dates: await listPartnerDates(actor, at, until),
        isOver: await isPartnershipOver(actor),
      };
    },
  );
  return (
    <ActShell locale={locale} path={accountsPaths.partner()}>
      <PageHeader
        title={t('title')}
        lead={t(isOver ? 'leadOver' : 'lead')}
        actions={
          <>
            {isOver ? null : (
              <>
                <ButtonLink href={localized(locale, calendarPaths.partnerEntryNew())}>
                  {t('add')}
                </ButtonLink>
                <a href={localized(locale, networkPaths.partnerProfile())}>{t('profile')}</a>
              </>
            )}
            <a href={localized(locale, calendarPaths.calendar())}>{t('public')}</a>
          </>
        }
      />
      {isOver ? (
        <PartnershipOver locale={locale} back={false} />
      ) : (
        <EndingSection {...{ locale, entries, today: officeDate(at) }} area="partner" />
      )}
      <KeptLists {...{ locale, entries, past, isOver }} area="partner" />
      <PartnerDates locale={locale} dates={dates} />
    </ActShell>
  );
}
