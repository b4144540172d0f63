import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { AreaSwitch } from '@/components/accounts/area-switch';
import { SignOutForm } from '@/components/accounts/sign-out-form';
import { SendingWords } from '@/components/form/sending-words';
import { ActFrame, PublicFrame, TeamFrame } from '@/components/layout/frame';
import type { NavItem } from '@/components/layout/frame-types';
import { WaitingHere } from '@/components/outreach/office/device/waiting-here';
import { Notice } from '@/components/ui/notice';
import { currentVisitor } from '@/lib/accounts/actor';
import { accountsPaths } from '@/lib/accounts/paths';
import {
  mayActAsPartner,
  mayOpenCounselling,
  mayOpenOffice,
  mayReadFigures,
  mayRepresent,
} from '@/lib/accounts/policy';
import type { Actor } from '@/lib/accounts/types';
import { addressOpens, markReadingPage, saidOfStep, withSearch } from '@/lib/core/page-cache';
import { localized } from '@/lib/core/paths';
import { forumPaths } from '@/lib/forum/paths';
import { outreachPaths } from '@/lib/outreach/paths';
import { proposalsPaths } from '@/lib/proposals/paths';
import { settingsPaths } from '@/lib/settings/paths';
import { getOffice } from '@/lib/settings/queries';
import { chooseAreaAction, signOutAction } from './actions';
import {
  counsellingNav,
  frameParts,
  type PublicPlace,
  publicNav,
  type Say,
  type TeamPlace,
  teamNav,
} from './shell-parts';

interface ShellProps<Place extends string> {
  locale: string;
  /** Path of this page without language (from `routes`), for the language links. */
  path: string;
  current?: Place | undefined;
  /** Somebody types something here: the same page in another language opens beside it. */
  holdsText?: boolean | undefined;
  children: ReactNode;
}

/** Frame of a reading page: the same for everybody, no account shown. */
export async function PublicShell({ locale, path, current, children }: ShellProps<PublicPlace>) {
  markReadingPage();
  const t = await getTranslations({ locale, namespace: 'common' });
  const say = await sayAll(locale);
  const office = await getOffice({ locale });
  const account = [{ href: localized(locale, accountsPaths.account()), label: t('nav.account') }];
  return (
    <PublicFrame
      {...(await frameParts(t, say, office, locale, { path }))}
      nav={await publicNav(say, office, locale, current)}
      account={account}
    >
      {children}
    </PublicFrame>
  );
}

/** Frame of an acting page: says whether somebody is signed in. */
export async function ActShell(props: ShellProps<PublicPlace>) {
  const { locale, path, current, holdsText, children } = props;
  const t = await getTranslations({ locale, namespace: 'common' });
  const say = await sayAll(locale);
  const office = await getOffice({ locale });
  const visitor = await visitorOrGuest();
  const account = ownPlaces(visitor).map(([href, label]) => ({
    href: localized(locale, href),
    label: t(`nav.${label}`),
  }));
  const accountForm =
    visitor.kind === 'guest' ? undefined : (
      <SignOut locale={locale} entersOutside={mayOpenOffice(visitor)} />
    );
  return (
    <ActFrame
      {...(await frameParts(t, say, office, locale, {
        path: withSearch(path),
        holdsText,
        printed: proposalsPaths.numberLookup(),
      }))}
      nav={await publicNav(say, office, locale, current)}
      account={account}
      accountForm={accountForm}
      area={
        visitor.kind === 'guest' ? undefined : (
          <AreaSwitch locale={locale} area={visitor.area} action={chooseAreaAction} />
        )
      }
    >
      <Said locale={locale} />
      {children}
    </ActFrame>
  );
}

type OwnPlace =
  | 'signIn'
  | 'team'
  | 'counsellingDesk'
  | 'figures'
  | 'representation'
  | 'partner'
  | 'account';

/** Where this visitor has something of their own, by the rights that count just now. */
function ownPlaces(visitor: Actor | { kind: 'guest' }): [string, OwnPlace][] {
  if (visitor.kind === 'guest') return [[accountsPaths.signIn(), 'signIn']];
  const office = mayOpenOffice(visitor);
  const places: [boolean, string, OwnPlace][] = [
    [office, accountsPaths.team(), 'team'],
    [mayOpenCounselling(visitor), accountsPaths.counsellingDesk(), 'counsellingDesk'],
    // The office finds the figures in its own menu.
    [mayReadFigures(visitor) && !office, accountsPaths.figures(), 'figures'],
    [mayRepresent(visitor), forumPaths.representation(), 'representation'],
    [mayActAsPartner(visitor), accountsPaths.partner(), 'partner'],
    [true, accountsPaths.account(), 'account'],
  ];
  return places.filter(([has]) => has).map(([, href, label]) => [href, label]);
}

/** Frame of the office. */
export async function TeamShell(props: ShellProps<TeamPlace>) {
  const { locale, path, current, holdsText, children } = props;
  const visitor = await currentVisitor();
  const isAdmin = visitor.kind === 'person' && visitor.roles.has('ADMIN');
  const nav = teamNav(await sayAll(locale), await getOffice({ locale }), locale, isAdmin, current);
  return (
    <DeskFrame locale={locale} path={path} nav={nav} holdsText={holdsText}>
      {children}
    </DeskFrame>
  );
}

/** Frame of the counselling: the same desk, nothing of the office on it. */
export async function CounsellingShell(props: ShellProps<never>) {
  const { locale, path, holdsText, children } = props;
  const team = await getTranslations({ locale, namespace: 'team' });
  const nav = counsellingNav(team, locale, path);
  return (
    <DeskFrame locale={locale} path={path} nav={nav} holdsText={holdsText}>
      {children}
    </DeskFrame>
  );
}

/** Labels of the navigation stand in the catalogues of the domains. */
async function sayAll(locale: string): Promise<Say> {
  // messages: given
  return (await getTranslations({ locale })) as unknown as Say;
}

type DeskFrameProps = Omit<ShellProps<never>, 'current'> & { nav: NavItem[] };

async function DeskFrame({ locale, path, nav, holdsText, children }: DeskFrameProps) {
  const t = await getTranslations({ locale, namespace: 'common' });
  const team = await getTranslations({ locale, namespace: 'team' });
  const say = await sayAll(locale);
  const office = await getOffice({ locale });
  const visitor = await currentVisitor();
  const account = [
    { href: localized(locale, settingsPaths.home()), label: team('nav.publicPages') },
    { href: localized(locale, accountsPaths.account()), label: t('nav.account') },
  ];
  return (
    <TeamFrame
      {...(await frameParts(t, say, office, locale, {
        path: withSearch(path),
        holdsText,
        printed: addressOpens() ? accountsPaths.team() : path,
      }))}
      nav={nav}
      account={account}
      accountForm={<SignOut locale={locale} entersOutside />}
      area={
        visitor.kind === 'guest' ? undefined : (
          <AreaSwitch locale={locale} area={visitor.area} action={chooseAreaAction} />
        )
      }
    >
      <Said locale={locale} />
      {children}
    </TeamFrame>
  );
}

/** What the step was that led here, for whoever did it and has no other sign of it. */
async function Said({ locale }: { locale: string }) {
  // messages: given
  const t = await getTranslations({ locale });
  const said = saidOfStep();
  const words = said?.words as Parameters<typeof t>[0] | undefined;
  if (!said || !words || !t.has(words)) return null;
  // What had been done before is nothing that was done now.
  return (
    <Notice tone={said.words.endsWith('Before') ? 'warn' : 'good'} role="status">
      <p>{t(words, { number: said.number })}</p>
    </Notice>
  );
}

/** Whoever enters talks outside reads what waits on the device before they leave. */
async function SignOut({ locale, entersOutside }: { locale: string; entersOutside: boolean }) {
  const t = await getTranslations({ locale, namespace: 'outreach-device' });
  return (
    <SignOutForm locale={locale} action={signOutAction}>
      {entersOutside ? (
        <WaitingHere
          {...{ one: t('hereOne'), many: t('hereMany', { count: '{count}' }), link: t('hereLink') }}
          {...{ refused: t('hereRefused'), begun: t('hereBegun') }}
          {...{ begunLink: t('hereBegunLink'), callLink: t('hereCallLink') }}
          {...{ call: t('hereCall'), calls: t('hereCalls', { count: '{count}' }) }}
          href={localized(locale, outreachPaths.teamDevice())}
        />
      ) : null}
    </SignOutForm>
  );
}

/** While the database is gone a form must still be shown, so that nothing typed is lost. */
async function visitorOrGuest() {
  try {
    return await currentVisitor();
  } catch {
    return { kind: 'guest' as const };
  }
}

interface ActingLayoutProps {
  params: Promise<{ locale: string }>;
  children: ReactNode;
}

/** Around every page on which somebody does something: what is said where sending fails. */
export async function ActingLayout({ params, children }: ActingLayoutProps) {
  const { locale } = await params;
  const { phone } = await getOffice({ locale });
  return (
    <SendingWords locale={locale} phone={phone}>
      {children}
    </SendingWords>
  );
}
