import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { pageTitle } from '@/app/[locale]/page-title';
import { CounsellingShell } from '@/app/[locale]/shell';
import { DeskNav } from '@/components/appointments/desk-nav';
import { Numbers } from '@/components/appointments/numbers';
import { PageHeader } from '@/components/layout/page-header';
import { ButtonLink } from '@/components/ui/button';
import { requireCounsellor } from '@/lib/accounts/actor';
import { guarded } from '@/lib/accounts/page-guard';
import { listOpenHours } from '@/lib/appointments/booking/queries';
import { deskKey } from '@/lib/appointments/cookie';
import { listNumbers } from '@/lib/appointments/counts/queries';
import { numbersNow, onlyRoom, roomsOf } from '@/lib/appointments/counts/rules';
import { appointmentsPaths } from '@/lib/appointments/paths';
import { DOOR_MAX, isOpenNow } from '@/lib/appointments/rules';
import { getOwnTimes } from '@/lib/appointments/times/queries';
import { answerOfForm, sentInForm } from '@/lib/core/answered-form';
import { localOf, now } from '@/lib/core/clock';
import { officeZone } from '@/lib/core/office-time';
import { believed } from '@/lib/core/page-cache';
import { localized } from '@/lib/core/paths';
import { moveNumbersAction } from './actions';

interface Props {
  params: Promise<{ locale: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return pageTitle((await params).locale, 'appointments-desk.numbers.title');
}

/** Numbers of open hours: given out and called. */
export default async function NumbersPage({ params, searchParams }: Props) {
  const { locale } = await params;
  const path = appointmentsPaths.numbers();
  const times = await guarded(locale, path, async () =>
    getOwnTimes(await requireCounsellor(), await deskKey()),
  );
  if (times === null) redirect(localized(locale, appointmentsPaths.desk()));
  const asked = await believed(searchParams);
  const numbers = numbersNow(await listNumbers());
  const [day = '', time = ''] = localOf(now(), officeZone()).split('T');
  const hours = (await listOpenHours()).filter((each) => each.day === day);
  const rooms = roomsOf(hours, day);
  const place = typeof asked.place === 'string' ? asked.place.slice(0, DOOR_MAX) : '';
  const t = await getTranslations({ locale, namespace: 'appointments-desk.numbers' });
  // Refused because it is too late, it says so where it stood.
  const isShown = answerOfForm() !== '' && (sentInForm('what') || sentInForm('first')) === 'draw';
  return (
    <CounsellingShell holdsText locale={locale} path={path}>
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        actions={
          <ButtonLink href={localized(locale, appointmentsPaths.waitingRoom())} variant="secondary">
            {t('screenAction')}
          </ButtonLink>
        }
      />
      <DeskNav locale={locale} current="nummern" />
      <Numbers
        {...{ locale, numbers, rooms }}
        action={moveNumbersAction}
        isOpen={isShown || hours.some((each) => isOpenNow(each, day, time))}
        today={hours}
        place={place || onlyRoom(rooms)}
      />
    </CounsellingShell>
  );
}
