import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { pageTitle } from '@/app/[locale]/page-title';
import { ActShell } from '@/app/[locale]/shell';
import { Checkbox } from '@/components/form/checkbox';
import { Form } from '@/components/form/form';
import { HiddenFields } from '@/components/form/hidden-fields';
import { AgendaEditor } from '@/components/forum/agenda-editor';
import { SessionTime } from '@/components/forum/session-facts';
import { PageHeader } from '@/components/layout/page-header';
import { Section } from '@/components/layout/section';
import { ButtonLink } from '@/components/ui/button';
import { requireRepresentative } from '@/lib/accounts/actor';
import { guarded } from '@/lib/accounts/page-guard';
import { accountsPaths } from '@/lib/accounts/paths';
import { believed } from '@/lib/core/page-cache';
import { contentLang, localized, numberInPath } from '@/lib/core/paths';
import { listAgendaToSet, listProposalsForAgenda, listStruck } from '@/lib/forum/agenda/queries';
import { getComingForRepresentation } from '@/lib/forum/minutes/queries';
import type { ComingForRepresentation } from '@/lib/forum/minutes/types';
import { forumPaths } from '@/lib/forum/paths';
import { minutesBetween } from '@/lib/forum/sessions/rules';
import { orderAgendaItemAction, setAgendaItemAction, setModerationAction } from '../actions';

type Props = {
  params: Promise<{ locale: string; number: string }>;
  searchParams: Promise<{ item?: string | string[] }>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return pageTitle((await params).locale, 'forum-representation.prepareTitle');
}

/** A coming session as the representation prepares it: who moderates, and what is talked about. */
export default async function PrepareSessionPage({ params, searchParams }: Props) {
  const { locale, number: segment } = await params;
  const { item: asked } = await believed(searchParams);
  const number = numberInPath(segment);
  const open = typeof asked === 'string' ? asked : '';
  const path = forumPaths.representationSession(number);
  const { session, agenda, struck, proposals, name } = await guarded(locale, path, async () => {
    const actor = await requireRepresentative();
    const coming = await getComingForRepresentation(actor, number);
    return {
      session: coming,
      agenda: await listAgendaToSet(actor, coming.id),
      struck: await listStruck(actor, coming.id),
      proposals: await listProposalsForAgenda(actor),
      name: actor.displayName,
    };
  });
  const t = await getTranslations({ locale, namespace: 'forum' });
  const own = await getTranslations({ locale, namespace: 'forum-representation' });
  return (
    <ActShell holdsText locale={locale} path={path}>
      <PageHeader
        back={{
          href: localized(locale, forumPaths.representation()),
          label: own('title'),
        }}
        overline={own('prepareTitle')}
        title={session.title}
        titleLang={contentLang(locale)}
        meta={
          <>
            <SessionTime locale={locale} session={session} />
            {` · ${session.place}`}
          </>
        }
        actions={
          <ButtonLink href={localized(locale, forumPaths.forumSession(number))} variant="secondary">
            {own('publicAction')}
          </ButtonLink>
        }
      />
      {open ? null : <Moderation locale={locale} session={session} name={name} />}
      <Section title={t('agenda.title')} id="tagesordnung">
        <AgendaEditor
          locale={locale}
          number={number}
          available={minutesBetween(session.startsAt, session.endsAt)}
          agenda={agenda}
          struck={struck}
          open={open}
          proposals={proposals}
          Form={Form}
          saveAction={setAgendaItemAction}
          moveAction={orderAgendaItemAction}
          hrefOf={(item) => localized(locale, forumPaths.representationSession(number, item))}
        />
      </Section>
    </ActShell>
  );
}

type ModerationProps = { locale: string; session: ComingForRepresentation; name: string | null };

/** Moderates or not; the name stands on the invitation only if its owner ticks the box. */
async function Moderation({ locale, session, name }: ModerationProps) {
  const t = await getTranslations({ locale, namespace: 'forum-representation.moderation' });
  if (session.isTaken) {
    return (
      <Section title={t('title')}>
        <p>{t('taken')}</p>
      </Section>
    );
  }
  const { isMine, isNamed, number } = session;
  return (
    <Section title={t('title')} intro={<p>{t(isMine ? 'mine' : 'open')}</p>}>
      {isMine ? (
        <>
          <p>{isNamed && name ? t('named', { name }) : t('unnamed')}</p>
          <Form
            locale={locale}
            action={setModerationAction}
            submitLabel={t('leaveButton')}
            submitVariant="secondary"
            warnOnLeave={false}
          >
            <HiddenFields values={{ session: String(number), step: 'leave' }} />
          </Form>
        </>
      ) : (
        <Form
          locale={locale}
          action={setModerationAction}
          submitLabel={t('takeButton')}
          warnOnLeave={false}
        >
          <HiddenFields values={{ session: String(number), step: 'take' }} />
          {name ? (
            <Checkbox name="named" value="yes" label={t('agree', { name })} hint={t('agreeHint')} />
          ) : (
            <p className="small">
              {t('noName')}{' '}
              <a href={localized(locale, accountsPaths.accountProfile())}>{t('noNameLink')}</a>
            </p>
          )}
        </Form>
      )}
    </Section>
  );
}
