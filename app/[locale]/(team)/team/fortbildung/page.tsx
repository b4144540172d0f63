import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { pageTitle } from '@/app/[locale]/page-title';
import { TeamShell } from '@/app/[locale]/shell';
import { PageHeader } from '@/components/layout/page-header';
import { Section } from '@/components/layout/section';
import { MaybeNamed } from '@/components/meetings/maybe-named';
import { MeetingTable } from '@/components/meetings/meeting-table';
import { ButtonLink } from '@/components/ui/button';
import { Pages } from '@/components/ui/pagination';
import { requireCoordinator } from '@/lib/accounts/actor';
import { guarded } from '@/lib/accounts/page-guard';
import { believed } from '@/lib/core/page-cache';
import { hasPlaceOn } from '@/lib/core/pages';
import { localized } from '@/lib/core/paths';
import { meetingsPaths } from '@/lib/meetings/paths';
import { isAnythingBroughtBack, listMaybeNamed } from '@/lib/meetings/published/queries';
import { listMeetings } from '@/lib/meetings/queries';

interface Props {
  params: Promise<{ locale: string }>;
  searchParams: Promise<{ page?: string | string[] }>;
}

export async function generateMetadata({ params }: Pick<Props, 'params'>): Promise<Metadata> {
  return pageTitle((await params).locale, 'meetings.list.title');
}

/** Where people of the office go, and where they were. */
export default async function TeamMeetingsPage({ params, searchParams }: Props) {
  const { locale } = await params;
  const wanted = Number((await believed(searchParams)).page ?? 1);
  const path = meetingsPaths.teamMeetings();
  const { named, ...meetings } = await guarded(locale, path, async () => {
    const actor = await requireCoordinator();
    return { ...(await listMeetings(actor, wanted)), named: await listMaybeNamed(actor) };
  });
  const { open, coming, past, page, pages } = meetings;
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
      {hasPlaceOn(page, coming) ? (
        <Section title={t('list.coming')}>
          <MeetingTable
            {...{ locale, meetings: coming }}
            caption={t('list.coming')}
            empty={t('list.comingNone')}
          />
        </Section>
      ) : null}
      {hasPlaceOn(page, past) ? (
        <Section title={t('list.past')}>
          <MeetingTable
            {...{ locale, meetings: past }}
            caption={t('list.past')}
            empty={t('list.pastNone')}
          />
        </Section>
      ) : null}
      <Pages
        {...{ page, pages }}
        hrefOf={(to) => localized(locale, meetingsPaths.teamMeetingsPage(to))}
        words={{
          label: t('list.pages'),
          status: t('list.page', { page, pages }),
          previous: t('list.newer'),
          next: t('list.older'),
        }}
      />
    </TeamShell>
  );
}

async function ways(locale: string) {
  const t = await getTranslations({ locale, namespace: 'meetings.list' });
  const isTold = await isAnythingBroughtBack();
  return (
    <>
      <ButtonLink href={localized(locale, meetingsPaths.teamMeetingNew())}>{t('new')}</ButtonLink>
      <a href={localized(locale, meetingsPaths.teamTraining())}>{t('overview')}</a>
      {isTold ? <a href={localized(locale, meetingsPaths.whatWeBring())}>{t('public')}</a> : null}
    </>
  );
}
