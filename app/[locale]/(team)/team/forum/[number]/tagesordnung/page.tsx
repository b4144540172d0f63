import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { pageTitle } from '@/app/[locale]/page-title';
import { TeamShell } from '@/app/[locale]/shell';
import { Form } from '@/components/form/form';
import { AgendaEditor } from '@/components/forum/agenda-editor';
import { OfficeTabs } from '@/components/forum/office-tabs';
import { PageHeader } from '@/components/layout/page-header';
import { requireCoordinator } from '@/lib/accounts/actor';
import { guarded } from '@/lib/accounts/page-guard';
import { now } from '@/lib/core/clock';
import { believed } from '@/lib/core/page-cache';
import { contentLang, localized, numberInPath } from '@/lib/core/paths';
import { listAgendaToSet, listProposalsForAgenda, listStruck } from '@/lib/forum/agenda/queries';
import { forumPaths } from '@/lib/forum/paths';
import { getSessionInOffice } from '@/lib/forum/planning/queries';
import { hasBegun, minutesBetween } from '@/lib/forum/sessions/rules';
import { moveAgendaItemAction, saveAgendaItemAction } from './actions';

type Props = {
  params: Promise<{ locale: string; number: string }>;
  searchParams: Promise<{ item?: string | string[] }>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return pageTitle((await params).locale, 'forum-office.tab.agenda');
}

export default async function AgendaPage({ params, searchParams }: Props) {
  const { locale, number: segment } = await params;
  const { item: asked } = await believed(searchParams);
  const number = numberInPath(segment);
  const path = forumPaths.teamForumAgenda(number);
  const { session, agenda, struck, proposals } = await guarded(locale, path, async () => {
    const actor = await requireCoordinator();
    const head = await getSessionInOffice(actor, number);
    return {
      session: head,
      agenda: await listAgendaToSet(actor, head.id),
      struck: await listStruck(actor, head.id),
      proposals: await listProposalsForAgenda(actor),
    };
  });
  const t = await getTranslations({ locale, namespace: 'forum-office' });
  // With nothing to put in order there is only one thing to do.
  const unasked = agenda.length + struck.length === 0 ? 'new' : '';
  return (
    <TeamShell holdsText locale={locale} path={path} current="forum">
      <PageHeader
        title={t('tab.agenda')}
        overline={session.title}
        overlineLang={contentLang(locale)}
      />
      <OfficeTabs locale={locale} number={number} current="agenda" />
      <AgendaEditor
        locale={locale}
        number={number}
        available={minutesBetween(session.startsAt, session.endsAt)}
        agenda={agenda}
        struck={struck}
        hasBegun={hasBegun(session, now())}
        open={typeof asked === 'string' ? asked : unasked}
        proposals={proposals}
        Form={Form}
        saveAction={saveAgendaItemAction}
        moveAction={moveAgendaItemAction}
        hrefOf={(item) => localized(locale, forumPaths.teamForumAgenda(number, item))}
      />
    </TeamShell>
  );
}
