import { pageTitle } from '@/app/[locale]/page-title';
import { PublicShell } from '@/app/[locale]/shell';
import { SubscribePage } from '@/components/calendar/subscribe-page';
import { listKinds } from '@/lib/calendar/kinds/queries';
import { calendarPaths } from '@/lib/calendar/paths';
import { readEnv } from '@/lib/core/env.mjs';
import { getOffice } from '@/lib/settings/queries';

interface Props {
  params: Promise<{ locale: string }>;
}

export async function generateMetadata({ params }: Props) {
  return pageTitle((await params).locale, 'calendar.subscribe.title');
}

/** How the dates get onto a phone, in plain words. */
export default async function CalendarSubscribePage({ params }: Props) {
  const { locale } = await params;
  const { districts, phone } = await getOffice({ locale });
  return (
    <PublicShell locale={locale} path={calendarPaths.calendarSubscribe()} current="calendar">
      <SubscribePage
        locale={locale}
        origin={readEnv().APP_URL}
        districts={districts}
        kinds={await listKinds({ locale })}
        phone={phone}
      />
    </PublicShell>
  );
}
