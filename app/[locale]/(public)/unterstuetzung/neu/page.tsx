import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { pageTitle } from '@/app/[locale]/page-title';
import { PublicShell } from '@/app/[locale]/shell';
import { DoorIdea, DoorPersonal } from '@/components/brand/doors';
import { PageHeader } from '@/components/layout/page-header';
import { DoorList } from '@/components/ui/door-list';
import { PhoneLine } from '@/components/ui/phone-link';
import { getNextFree } from '@/lib/appointments/booking/queries';
import { listNextCounselling } from '@/lib/calendar/queries';
import { localized } from '@/lib/core/paths';
import { counsellingPaths } from '@/lib/counselling/paths';
import { isOffered } from '@/lib/counselling/queries';
import { initiativesPaths } from '@/lib/initiatives/paths';
import { networkPaths } from '@/lib/network/paths';
import { getOffice } from '@/lib/settings/queries';

type Props = { params: Promise<{ locale: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return pageTitle((await params).locale, 'initiatives.door.title');
}

/** Whether a talk with the office's own counselling is to be had: it writes of one, or an appointment is free. */
async function isSomebodyHere(): Promise<boolean> {
  return (await isOffered()) || Boolean((await getNextFree())?.next);
}

/** Before anything is typed: a matter of one's own goes into a talk, what somebody plans into the form. */
export default async function SupportDoorPage({ params }: Props) {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: 'initiatives.door' });
  const { phone } = await getOffice({ locale });
  const isOwn = await isSomebodyHere();
  const isHeard = isOwn || (await listNextCounselling({ locale })).length > 0;
  // messages: initiatives.door.*
  const door = (path: string, key: string) => ({
    href: localized(locale, path),
    title: t(`${key}Title`),
    text: t(`${key}Text`),
  });
  return (
    <PublicShell locale={locale} path={initiativesPaths.supportDoor()} current="support">
      <PageHeader
        back={{ href: localized(locale, initiativesPaths.supportOverview()), label: t('back') }}
        title={t('title')}
        lead={t(isHeard ? 'lead' : 'leadPlan')}
      />
      <DoorList
        label={t('title')}
        doors={[
          ...(isHeard
            ? [
                {
                  ...door(counsellingPaths.counselling(), isOwn ? 'letter' : 'partners'),
                  drawing: <DoorPersonal />,
                },
              ]
            : []),
          { ...door(initiativesPaths.supportForm(), 'plan'), drawing: <DoorIdea /> },
        ]}
      />
      {isHeard ? (
        <PhoneLine number={phone}>{t('call')}</PhoneLine>
      ) : (
        <>
          <PhoneLine number={phone}>{t('notHere')}</PhoneLine>
          <p className="measure">
            {t('guideText')} <a href={localized(locale, networkPaths.guide())}>{t('guideLink')}</a>
          </p>
        </>
      )}
    </PublicShell>
  );
}
