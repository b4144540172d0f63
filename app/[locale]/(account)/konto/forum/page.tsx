import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { pageTitle } from '@/app/[locale]/page-title';
import { ActShell } from '@/app/[locale]/shell';
import { OwnList } from '@/components/accounts/own-list';
import { PageHeader } from '@/components/layout/page-header';
import { requireRepresentative } from '@/lib/accounts/actor';
import { guarded } from '@/lib/accounts/page-guard';
import { accountsPaths } from '@/lib/accounts/paths';
import { localized } from '@/lib/core/paths';
import { listForRepresentation } from '@/lib/forum/minutes/queries';
import { forumPaths } from '@/lib/forum/paths';
import { longDateTime } from '@/lib/i18n/dates';
import { listWaitingCounts } from '@/lib/voting/count/sheets/queries';
import { votingPaths } from '@/lib/voting/paths';
import { listPaperPolls } from '@/lib/voting/vote/papers/queries';

type Props = { params: Promise<{ locale: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return pageTitle((await params).locale, 'forum-representation.title');
}

/** What those who speak for the residents have to do for the forum. */
export default async function RepresentationPage({ params }: Props) {
  const { locale } = await params;
  const path = forumPaths.representation();
  const { minutes, coming, counts, polls } = await guarded(locale, path, async () => {
    const actor = await requireRepresentative();
    return {
      ...(await listForRepresentation(actor)),
      counts: await listWaitingCounts(actor),
      polls: await listPaperPolls(actor),
    };
  });
  const t = await getTranslations({ locale, namespace: 'forum' });
  const own = await getTranslations({ locale, namespace: 'forum-representation' });
  return (
    <ActShell locale={locale} path={path}>
      <PageHeader
        title={own('title')}
        lead={own('lead')}
        back={{ href: localized(locale, accountsPaths.account()), label: own('back') }}
      />
      <OwnList
        title={own('minutesTitle')}
        empty={own('noMinutes')}
        items={minutes.map(({ number, title, startsAt, state }) => ({
          id: String(number),
          href: localized(locale, forumPaths.representationMinutes(number)),
          label: title,
          note: own('minutesNote', {
            at: longDateTime(startsAt, locale),
            // messages: forum.minutes.state.*
            state: t(`minutes.state.${state}`),
          }),
        }))}
      />
      <OwnList
        title={own('comingTitle')}
        empty={own('noComing')}
        items={coming.map(({ number, title, startsAt, place }) => ({
          id: String(number),
          href: localized(locale, forumPaths.representationSession(number)),
          label: title,
          note: `${longDateTime(startsAt, locale)} · ${place}`,
        }))}
      />
      <PollWork locale={locale} counts={counts} polls={polls} />
    </ActShell>
  );
}

type PollWorkProps = {
  locale: string;
  counts: Awaited<ReturnType<typeof listWaitingCounts>>;
  polls: Awaited<ReturnType<typeof listPaperPolls>>;
};

/** Polls whose papers they help to hand out and to count. */
async function PollWork({ locale, counts, polls }: PollWorkProps) {
  const counting = await getTranslations({ locale, namespace: 'counting' });
  const desk = await getTranslations({ locale, namespace: 'voting-desk' });
  return (
    <>
      <OwnList
        title={counting('list.title')}
        empty={counting('list.empty')}
        items={counts.map(({ number, question, todo }) => ({
          id: String(number),
          href: localized(locale, votingPaths.counting(number)),
          label: question,
          // messages: counting.list.*
          note: counting(`list.${todo}`),
        }))}
      />
      <OwnList
        title={desk('list.title')}
        empty={desk('list.none')}
        items={polls.map(({ number, question, closesAt }) => ({
          id: String(number),
          href: localized(locale, votingPaths.paperDesk(number)),
          label: question,
          note: desk('list.until', { when: longDateTime(closesAt, locale) }),
        }))}
      />
    </>
  );
}
