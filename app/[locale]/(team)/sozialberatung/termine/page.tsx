import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { pageTitle } from '@/app/[locale]/page-title';
import { CounsellingShell } from '@/app/[locale]/shell';
import { DeskNav } from '@/components/appointments/desk-nav';
import { OwnSlots } from '@/components/appointments/own-slots';
import { ShutDesk } from '@/components/appointments/shut-desk';
import { ToCall } from '@/components/appointments/to-call';
import { PageHeader } from '@/components/layout/page-header';
import { Section } from '@/components/layout/section';
import { EmptyState } from '@/components/ui/empty-state';
import { Notice } from '@/components/ui/notice';
import { requireCounsellor } from '@/lib/accounts/actor';
import { guarded } from '@/lib/accounts/page-guard';
import { listFreeSlots } from '@/lib/appointments/booking/queries';
import { deskKey } from '@/lib/appointments/cookie';
import { appointmentsPaths } from '@/lib/appointments/paths';
import { listLeftToRing, listOwnSlots } from '@/lib/appointments/times/queries';
import { believed } from '@/lib/core/page-cache';
import { localized } from '@/lib/core/paths';
import { openDeskAction, settleBookingAction } from './actions';

interface Props {
  params: Promise<{ locale: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return pageTitle((await params).locale, 'appointments-desk.title');
}

/** The calendar of whoever counsels: their own, and nobody else's. */
export default async function DeskPage({ params, searchParams }: Props) {
  const { locale } = await params;
  const path = appointmentsPaths.desk();
  const { slots, left } = await guarded(locale, path, async () => {
    const [actor, key] = [await requireCounsellor(), await deskKey()];
    return { slots: await listOwnSlots(actor, key), left: await listLeftToRing(actor, key) };
  });
  const asked = await believed(searchParams);
  const t = await getTranslations({ locale, namespace: 'appointments-desk' });
  return (
    <CounsellingShell locale={locale} path={path}>
      <PageHeader title={t('title')} lead={t('lead')} />
      {slots === null ? (
        <>
          <Saved locale={locale} asked={asked} />
          <ShutDesk
            locale={locale}
            action={openDeskAction}
            isOffered={(await listFreeSlots()) !== null}
          />
        </>
      ) : (
        <>
          <DeskNav locale={locale} current="termine" />
          <Saved locale={locale} asked={asked} />
          <ToCall locale={locale} slots={slots} left={left ?? []} tell={settleBookingAction} />
          {slots.length > 0 ? (
            <Section title={t('list.title')}>
              <OwnSlots locale={locale} slots={slots} />
            </Section>
          ) : (
            <EmptyState
              title={t('list.none')}
              action={{
                href: localized(locale, appointmentsPaths.hours()),
                label: t('list.hoursAction'),
              }}
            >
              <p>{t('list.noneText')}</p>
            </EmptyState>
          )}
        </>
      )}
    </CounsellingShell>
  );
}

/** Said without a number. */
const PLAIN = ['settled', 'withdrawn', 'given'] as const;

type SavedProps = { locale: string; asked: Record<string, string | string[] | undefined> };

async function Saved({ locale, asked }: SavedProps) {
  const t = await getTranslations({ locale, namespace: 'appointments-desk.saved' });
  const office = await getTranslations({ locale, namespace: 'appointments-office.entered' });
  if (asked.saved === undefined) return null;
  if (asked.saved === 'nothing') {
    return (
      <Notice tone="warn" role="status">
        <p>{office('nothing')}</p>
      </Notice>
    );
  }
  return (
    <Notice tone="good" role="status">
      {/* messages: appointments-desk.saved.withdrawn appointments-desk.saved.given appointments-desk.saved.settled */}
      <p>
        {asked.saved === 'off'
          ? t('off', { count: Number(asked.count) || 0 })
          : t(PLAIN.find((each) => each === asked.saved) ?? 'settled')}
      </p>
    </Notice>
  );
}
