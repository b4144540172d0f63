import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { pageTitle } from '@/app/[locale]/page-title';
import { PublicShell } from '@/app/[locale]/shell';
import { DoorBroken, DoorIdea, DoorPersonal } from '@/components/brand/doors';
import { PageHeader } from '@/components/layout/page-header';
import { DoorList } from '@/components/ui/door-list';
import { PhoneLink } from '@/components/ui/phone-link';
import { localized } from '@/lib/core/paths';
import { counsellingPaths } from '@/lib/counselling/paths';
import { isOffered } from '@/lib/counselling/queries';
import { networkPaths } from '@/lib/network/paths';
import { proposalsPaths } from '@/lib/proposals/paths';
import { getOffice } from '@/lib/settings/queries';

interface Props {
  params: Promise<{ locale: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  return pageTitle(locale, 'proposals-intake.door.title');
}

/** Three things that look alike are told apart before anything is typed. */
export default async function DoorPage({ params }: Props) {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: 'proposals-intake.door' });
  const office = await getOffice({ locale });
  const isTalkedAbout = await isOffered();
  // messages: proposals-intake.door.*
  const door = (path: string, key: string) => ({
    href: localized(locale, path),
    title: t(`${key}Title`),
    text: t(`${key}Text`),
  });
  return (
    <PublicShell locale={locale} path={proposalsPaths.proposalDoor()} current="proposals">
      <PageHeader title={t('title')} lead={t('lead')} />
      <DoorList
        label={t('title')}
        doors={[
          { ...door(proposalsPaths.proposalForm(), 'idea'), drawing: <DoorIdea /> },
          { ...door(proposalsPaths.brokenThing(), 'broken'), drawing: <DoorBroken /> },
          ...(isTalkedAbout
            ? [{ ...door(counsellingPaths.counselling(), 'personal'), drawing: <DoorPersonal /> }]
            : []),
        ]}
      />
      {isTalkedAbout ? null : (
        <p className="measure">
          {t('notHere')} <a href={localized(locale, networkPaths.guide())}>{t('toGuide')}</a>
        </p>
      )}
      <p>
        {t('call')} <PhoneLink number={office.phone} />
      </p>
    </PublicShell>
  );
}
