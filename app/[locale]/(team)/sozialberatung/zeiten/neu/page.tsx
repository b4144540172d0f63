import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { pageTitle } from '@/app/[locale]/page-title';
import { CounsellingShell } from '@/app/[locale]/shell';
import { HoursFields } from '@/components/appointments/hours-fields';
import { Form } from '@/components/form/form';
import { PageHeader } from '@/components/layout/page-header';
import { requireCounsellor } from '@/lib/accounts/actor';
import { guarded } from '@/lib/accounts/page-guard';
import { deskKey } from '@/lib/appointments/cookie';
import { appointmentsPaths } from '@/lib/appointments/paths';
import { getOwnTimes } from '@/lib/appointments/times/queries';
import { officeToday } from '@/lib/core/office-time';
import { localized } from '@/lib/core/paths';
import { openHoursAction } from '../actions';

type Props = { params: Promise<{ locale: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return pageTitle((await params).locale, 'appointments-desk.hours.new');
}

/** New hours, week by week. */
export default async function NewHoursPage({ params }: Props) {
  const { locale } = await params;
  const path = appointmentsPaths.hoursNew();
  const times = await guarded(locale, path, async () =>
    getOwnTimes(await requireCounsellor(), await deskKey()),
  );
  if (times === null) redirect(localized(locale, appointmentsPaths.desk()));
  const t = await getTranslations({ locale, namespace: 'appointments-desk.hours' });
  return (
    <CounsellingShell holdsText locale={locale} path={path}>
      <PageHeader
        title={t('new')}
        lead={t('lead')}
        back={{ href: localized(locale, appointmentsPaths.hours()), label: t('back') }}
      />
      <Form locale={locale} action={openHoursAction} submitLabel={t('openButton')}>
        <HoursFields locale={locale} today={officeToday()} />
      </Form>
    </CounsellingShell>
  );
}
