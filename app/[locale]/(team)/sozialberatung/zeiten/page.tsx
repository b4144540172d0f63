import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { pageTitle } from '@/app/[locale]/page-title';
import { CounsellingShell } from '@/app/[locale]/shell';
import { DeskNav } from '@/components/appointments/desk-nav';
import { DaysOff, OwnHours } from '@/components/appointments/own-hours';
import { PageHeader } from '@/components/layout/page-header';
import { Section } from '@/components/layout/section';
import { ButtonLink } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { requireCounsellor } from '@/lib/accounts/actor';
import { guarded } from '@/lib/accounts/page-guard';
import { deskKey } from '@/lib/appointments/cookie';
import { appointmentsPaths } from '@/lib/appointments/paths';
import { getOwnTimes } from '@/lib/appointments/times/queries';
import { believed } from '@/lib/core/page-cache';
import { localized } from '@/lib/core/paths';
import { closeHoursAction, dayOnAgainAction } from './actions';

interface Props {
  params: Promise<{ locale: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

const SAVED = ['opened', 'openedWalkIn', 'closed', 'on', 'partly'] as const;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return pageTitle((await params).locale, 'appointments-desk.hours.title');
}

/** When one counsels and when not; appointments are made of it. */
export default async function HoursPage({ params, searchParams }: Props) {
  const { locale } = await params;
  const path = appointmentsPaths.hours();
  const times = await guarded(locale, path, async () =>
    getOwnTimes(await requireCounsellor(), await deskKey()),
  );
  // Shut desks are opened in one place.
  if (times === null) redirect(localized(locale, appointmentsPaths.desk()));
  const t = await getTranslations({ locale, namespace: 'appointments-desk' });
  const notice = await getTranslations({ locale, namespace: 'appointments.notice' });
  return (
    <CounsellingShell locale={locale} path={path}>
      <PageHeader title={t('hours.title')} lead={t('hours.lead')} />
      <DeskNav locale={locale} current="zeiten" />
      <Saved locale={locale} asked={await believed(searchParams)} />
      <Section title={t('hours.list')} intro={<p>{t('hours.closeText')}</p>}>
        <OwnHours locale={locale} hours={times.hours} close={closeHoursAction} />
        <ButtonLink href={localized(locale, appointmentsPaths.hoursNew())}>
          {t('hours.newAction')}
        </ButtonLink>
        <p className="mt-4">
          <a href={appointmentsPaths.notice(locale)}>{notice('link')}</a>
        </p>
      </Section>
      <Section title={t('off.title')} intro={<p>{t('off.lead')}</p>}>
        <DaysOff locale={locale} daysOff={times.daysOff} again={dayOnAgainAction} />
        <ButtonLink href={localized(locale, appointmentsPaths.daysOffNew())} variant="secondary">
          {t('off.newAction')}
        </ButtonLink>
      </Section>
    </CounsellingShell>
  );
}

type SavedProps = { locale: string; asked: Record<string, string | string[] | undefined> };

async function Saved({ locale, asked }: SavedProps) {
  const what = SAVED.find((each) => each === asked.saved);
  if (!what) return null;
  const t = await getTranslations({ locale, namespace: 'appointments-desk.saved' });
  return (
    <Notice tone="good" role="status">
      {/* messages: appointments-desk.saved.* */}
      <p>{t(what, { count: Number(asked.count) || 0 })}</p>
    </Notice>
  );
}
