import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { pageTitle } from '@/app/[locale]/page-title';
import { TeamShell } from '@/app/[locale]/shell';
import { SessionTime } from '@/components/forum/session-facts';
import { SessionStatus } from '@/components/forum/session-state';
import { PageHeader } from '@/components/layout/page-header';
import { ButtonLink } from '@/components/ui/button';
import { DataTable } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { requireCoordinator } from '@/lib/accounts/actor';
import { guarded } from '@/lib/accounts/page-guard';
import { now } from '@/lib/core/clock';
import { localized } from '@/lib/core/paths';
import { forumPaths } from '@/lib/forum/paths';
import { listSessionsInOffice } from '@/lib/forum/planning/queries';
import { signUpStatus } from '@/lib/forum/sessions/rules';
import { getOffice } from '@/lib/settings/queries';

type Props = { params: Promise<{ locale: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  const { forumName: forum } = await getOffice({ locale });
  return pageTitle(locale, 'forum-office.sessions.pageTitle', { forum });
}

export default async function TeamForumPage({ params }: Props) {
  const { locale } = await params;
  const path = forumPaths.teamForum();
  const sessions = await guarded(locale, path, async () =>
    listSessionsInOffice(await requireCoordinator()),
  );
  const t = await getTranslations({ locale, namespace: 'forum-office' });
  const { forumName: forum } = await getOffice({ locale });
  const title = t('sessions.pageTitle', { forum });
  const at = now();
  const rows = sessions.map((session) => ({
    id: String(session.number),
    cells: {
      title: (
        <a href={localized(locale, forumPaths.teamForumSession(session.number))}>{session.title}</a>
      ),
      when: <SessionTime locale={locale} session={session} />,
      place: session.place,
      state: <SessionStatus locale={locale} status={signUpStatus(session, at)} />,
      people:
        session.attended === null
          ? t('sessions.people', {
              confirmed: session.confirmed,
              waiting: session.waitingGroups,
            })
          : t('sessions.attended', { attended: session.attended }),
    },
  }));
  return (
    <TeamShell locale={locale} path={path} current="forum">
      <PageHeader
        title={title}
        actions={
          <ButtonLink href={localized(locale, forumPaths.teamForumNew())}>
            {t('sessions.newAction')}
          </ButtonLink>
        }
      />
      <DataTable
        caption={title}
        captionHidden
        columns={[
          { key: 'title', label: t('sessions.title'), rowHeader: true },
          { key: 'when', label: t('sessions.when') },
          { key: 'place', label: t('field.place') },
          { key: 'state', label: t('sessions.state') },
          { key: 'people', label: t('sessions.signedUp') },
        ]}
        rows={rows}
        empty={<EmptyState title={t('sessions.none')} />}
      />
    </TeamShell>
  );
}
