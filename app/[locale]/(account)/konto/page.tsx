import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { pageTitle } from '@/app/[locale]/page-title';
import { ActShell } from '@/app/[locale]/shell';
import { AccountLinks } from '@/components/accounts/account-links';
import { AreaLinks } from '@/components/accounts/area-links';
import { NotYet, type OwnKind } from '@/components/accounts/not-yet';
import { OwnList } from '@/components/accounts/own-list';
import { OwnServer } from '@/components/accounts/own-server';
import { Form } from '@/components/form/form';
import { PageHeader } from '@/components/layout/page-header';
import { Section } from '@/components/layout/section';
import { SummaryList } from '@/components/ui/summary-list';
import { WaitingForYou } from '@/components/voting/waiting-for-you';
import { requireActor } from '@/lib/accounts/actor';
import { getOwnServer } from '@/lib/accounts/identities/queries';
import { guarded } from '@/lib/accounts/page-guard';
import { accountsPaths } from '@/lib/accounts/paths';
import { areasOf, mayOpenOffice, mayVote } from '@/lib/accounts/policy';
import { hasOwnApp } from '@/lib/accounts/second-factor/queries';
import type { Actor } from '@/lib/accounts/types';
import { believed } from '@/lib/core/page-cache';
import { localized } from '@/lib/core/paths';
import { forumPaths } from '@/lib/forum/paths';
import { listOwnRegistrations } from '@/lib/forum/registrations/queries';
import { longDateTime } from '@/lib/i18n/dates';
import { initiativesPaths } from '@/lib/initiatives/paths';
import { listOwnRequests } from '@/lib/initiatives/queries';
import { listTakenPart } from '@/lib/privacy/queries';
import { listOwnProposals } from '@/lib/proposals/own/queries';
import { proposalsPaths } from '@/lib/proposals/paths';
import { getOffice } from '@/lib/settings/queries';
import { votingPaths } from '@/lib/voting/paths';
import { mayCheck } from '@/lib/voting/policy';
import { listDraftsToCheck } from '@/lib/voting/prepare/checking/queries';
import { listStopsToAgree } from '@/lib/voting/stop/queries';
import { getOwnVoting } from '@/lib/voting/tell/reminders/queries';
import { disconnectIdentityAction, signInAnewAction } from './actions';

interface Props {
  params: Promise<{ locale: string }>;
  searchParams: Promise<{ reason?: string | string[] }>;
}

interface PartProps {
  locale: string;
  actor: Actor;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return pageTitle((await params).locale, 'profile.title');
}

export default async function AccountPage({ params, searchParams }: Props) {
  const { locale } = await params;
  const { reason } = await believed(searchParams);
  const actor = await guarded(locale, accountsPaths.account(), requireActor);
  const t = await getTranslations({ locale, namespace: 'profile' });
  return (
    <ActShell locale={locale} path={accountsPaths.account()}>
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        actions={<AreaLinks locale={locale} areas={areasOf(actor)} />}
      />
      {mayCheck(actor) ? <ToCheck locale={locale} actor={actor} /> : null}
      <OwnThingsLists locale={locale} actor={actor} />
      <AboutMe locale={locale} actor={actor} />
      <SignInElsewhere locale={locale} actor={actor} reason={reason} />
    </ActShell>
  );
}

/** What of polls waits for a second person like this one. */
async function ToCheck({ locale, actor }: PartProps) {
  const [drafts, stops] = [await listDraftsToCheck(actor), await listStopsToAgree(actor)];
  const isStaff = mayOpenOffice(actor);
  return <WaitingForYou locale={locale} isStaff={isStaff} drafts={drafts} stops={stops} />;
}

interface OwnThings {
  kind: OwnKind;
  items: { id: string; href: string; label: string; note: string }[];
}

/** What this person has started: proposals, registrations, requests. */
async function listOwnCases({ locale, actor }: PartProps): Promise<OwnThings[]> {
  const t = await getTranslations({ locale, namespace: 'profile' });
  const link = (path: string) => localized(locale, path);
  const proposals = (await listOwnProposals(actor)).map(({ key, number, title }) => ({
    id: key,
    href: link(proposalsPaths.proposalReceipt(key)),
    label: title,
    note: t('proposals.note', { number }),
  }));
  const registrations = (await listOwnRegistrations(actor)).map(({ seat, session, ...own }) => ({
    id: String(own.number),
    href: link(forumPaths.forumSession(session.number)),
    label: session.title,
    note: t('registrations.note', {
      ...{ number: own.number, persons: own.persons },
      at: longDateTime(session.startsAt, locale),
      // messages: profile.registrations.state.*
      state: t(`registrations.state.${seat}`),
    }),
  }));
  const requests = (await listOwnRequests(actor)).map(({ key, number, title }) => ({
    id: key,
    href: link(initiativesPaths.supportReceipt(key)),
    label: title,
    note: t('requests.note', { number }),
  }));
  return [
    { kind: 'proposals', items: proposals },
    { kind: 'registrations', items: registrations },
    { kind: 'requests', items: requests },
  ];
}

/** Where this person took part in something of everybody's. */
async function listParts({ locale, actor }: PartProps): Promise<OwnThings[]> {
  const taken = await listTakenPart(actor);
  const t = await getTranslations({ locale, namespace: 'profile' });
  const polls = taken
    .filter(({ kind }) => kind === 'poll')
    .map(({ number, title }) => ({
      id: String(number),
      href: localized(locale, votingPaths.poll(number)),
      label: title,
      note: t('polls.note', { number }),
    }));
  const supports = taken
    .filter(({ kind }) => kind === 'support')
    .map(({ number, title }) => ({
      id: String(number),
      href: localized(locale, proposalsPaths.proposal(number)),
      label: title,
      note: t('supports.note', { number }),
    }));
  return [
    { kind: 'polls', items: polls },
    { kind: 'supports', items: supports },
  ];
}

/**
 * What is there, each kind under its own heading, then what could be. Whoever acts for the office or an
 * organisation is not told what they, as one, have not done.
 */
async function OwnThingsLists({ locale, actor }: PartProps) {
  const things = [
    ...(await listOwnCases({ locale, actor })),
    ...(await listParts({ locale, actor })),
  ];
  const t = await getTranslations({ locale, namespace: 'profile' });
  const missing = things.filter(({ items }) => items.length === 0).map(({ kind }) => kind);
  return (
    <>
      {things.map(({ kind, items }) => (
        // messages: profile.proposals.title profile.registrations.title profile.requests.title profile.polls.title profile.supports.title
        <OwnList key={kind} title={t(`${kind}.title`)} empty={null} items={items} />
      ))}
      {mayVote(actor) ? <NotYet locale={locale} kinds={missing} /> : null}
    </>
  );
}

async function AboutMe({ locale, actor }: PartProps) {
  const { everyDistrict } = await getOffice({ locale });
  const t = await getTranslations({ locale, namespace: 'profile' });
  const link = (path: string) => localized(locale, path);
  const changed = (label: string) => ({
    label,
    change: { href: link(accountsPaths.accountProfile()), label: t('change'), about: label },
  });
  const district = everyDistrict.find(({ id }) => id === actor.districtId)?.name;
  const { wanted, forumRight } = await getOwnVoting(actor);
  const reminders = await getTranslations({ locale, namespace: 'reminders' });
  const reminderRow = {
    label: reminders('account.row'),
    value: wanted ? reminders('account.on') : reminders('account.off'),
    change: {
      href: link(accountsPaths.accountReminders()),
      label: t('change'),
      about: reminders('account.row'),
    },
  };
  const ballot = await getTranslations({ locale, namespace: 'voting-ballot' });
  const rightRow = {
    label: ballot('right.row'),
    value: forumRight ? ballot('right.yes') : ballot('right.no'),
  };
  const signIn =
    actor.email === null
      ? {
          value: t('about.card'),
          change: {
            href: link(accountsPaths.accountAddress()),
            label: t('address.title'),
            about: t('about.signIn'),
          },
        }
      : { value: actor.email };
  return (
    <>
      <Section title={t('about.title')}>
        <SummaryList
          rows={[
            { label: t('about.signIn'), ...signIn },
            { ...changed(t('about.name')), value: actor.displayName ?? t('about.noName') },
            { ...changed(t('about.district')), value: district ?? t('about.noDistrict') },
            ...(mayVote(actor) ? [rightRow] : []),
            ...(mayVote(actor) || wanted ? [reminderRow] : []),
          ]}
        />
      </Section>
      <AccountLinks locale={locale} hasApp={await hasOwnApp(actor)} />
    </>
  );
}

const ELSEWHERE = { disconnect: disconnectIdentityAction, signInAnew: signInAnewAction };

async function SignInElsewhere({ locale, actor, reason }: PartProps & { reason: unknown }) {
  const state = await getOwnServer(actor, locale);
  if (state === null) return null;
  const t = await getTranslations({ locale, namespace: 'accounts' });
  const { step } = state;
  return (
    <OwnServer locale={locale} state={state} reason={reason}>
      {step === 'disconnect' || step === 'signInAnew' ? (
        <Form
          locale={locale}
          action={ELSEWHERE[step]}
          submitLabel={t(`ownServer.${step}`)}
          submitVariant="secondary"
          warnOnLeave={false}
        />
      ) : null}
    </OwnServer>
  );
}
