import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { pageTitle } from '@/app/[locale]/page-title';
import { TeamShell } from '@/app/[locale]/shell';
import { PageHeader } from '@/components/layout/page-header';
import { Section } from '@/components/layout/section';
import { MaybeNamed } from '@/components/meetings/maybe-named';
import { MeetingTable } from '@/components/meetings/meeting-table';
import { ButtonLink } from '@/components/ui/button';
import { requireCoordinator } from '@/lib/accounts/actor';
import { guarded } from '@/lib/accounts/page-guard';
import { localized } from '@/lib/core/paths';
import { meetingsPaths } from '@/lib/meetings/paths';
import { listBroughtBack, listMaybeNamed, listMeetings } from '@/lib/meetings/queries';

interface Props {
  params: Promise<{ locale: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return pageTitle((await params).locale, 'meetings.list.title');
}

/** Where people of the office go, and where they were. */
export default async function TeamMeetingsPage({ params }: Props) {
  const { locale } = await params;
  const path = meetingsPaths.teamMeetings();
  const { open, coming, past, named } = await guarded(locale, path, async () => {
    const actor = await requireCoordinator();
    return { ...(await listMeetings(actor)), named: await listMaybeNamed(actor) };
  });
  const t = await getTranslations({ locale, namespace: 'meetings' });
  return (
    <TeamShell locale={locale} path={path} current="meetings">
      <PageHeader title={t('list.title')} lead={t('list.lead')} actions={await ways(locale)} />
      <MaybeNamed locale={locale} meetings={named} />
      {open.length > 0 ? (
        <Section title={t('list.open')}>
          <MeetingTable
            {...{ locale, meetings: open, areOpen: true, empty: '' }}
            caption={t('list.open')}
          />
        </Section>
      ) : null}
      <Section title={t('list.coming')}>
        <MeetingTable
          {...{ locale, meetings: coming }}
          caption={t('list.coming')}
          empty={t('list.comingNone')}
        />
      </Section>
      <Section title={t('list.past')}>
        <MeetingTable
          {...{ locale, meetings: past }}
          caption={t('list.past')}
          empty={t('list.pastNone')}
        />
      </Section>
    </TeamShell>
  );
}

async function ways(locale: string) {
  const t = await getTranslations({ locale, namespace: 'meetings.list' });
  const isTold = (await listBroughtBack()).length > 0;
  return (
    <>
      <ButtonLink href={localized(locale, meetingsPaths.teamMeetingNew())}>{t('new')}</ButtonLink>
      <a href={localized(locale, meetingsPaths.teamTraining())}>{t('overview')}</a>
      {isTold ? <a href={localized(locale, meetingsPaths.whatWeBring())}>{t('public')}</a> : null}
    </>
  );
}
