import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { ActFrame, PublicFrame, TeamFrame } from '@/components/layout/frame';
import { currentVisitor } from '@/lib/accounts/actor';
import { mayActAsPartner, mayOpenOffice } from '@/lib/accounts/policy';
import { markReadingPage } from '@/lib/core/page-cache';
import { localized, routes } from '@/lib/core/routes';
import { getOffice } from '@/lib/settings/queries';
import { frameParts, type PublicPlace, publicNav, type TeamPlace, teamNav } from './shell-parts';
import { SignOutForm } from './sign-out-form';

interface ShellProps<Place extends string> {
  locale: string;
  /** Path of this page without language (from `routes`), for the language links. */
  path: string;
  current?: Place | undefined;
  children: ReactNode;
}

/** Frame of a reading page: the same for everybody, no account shown. */
export async function PublicShell({ locale, path, current, children }: ShellProps<PublicPlace>) {
  markReadingPage();
  const t = await getTranslations({ locale, namespace: 'common' });
  const office = await getOffice({ locale });
  const account = [{ href: localized(locale, routes.account()), label: t('nav.account') }];
  return (
    <PublicFrame
      {...frameParts(t, office, locale, path)}
      nav={publicNav(t, office, locale, current)}
      account={account}
    >
      {children}
    </PublicFrame>
  );
}

/** Frame of an acting page: says whether somebody is signed in. */
export async function ActShell({ locale, path, current, children }: ShellProps<PublicPlace>) {
  const t = await getTranslations({ locale, namespace: 'common' });
  const office = await getOffice({ locale });
  const visitor = await visitorOrGuest();
  const link = (href: string, label: string) => ({ href: localized(locale, href), label });
  const account =
    visitor.kind === 'guest'
      ? [link(routes.signIn(), t('nav.signIn'))]
      : [
          ...(mayOpenOffice(visitor) ? [link(routes.team(), t('nav.team'))] : []),
          ...(mayActAsPartner(visitor) ? [link(routes.partner(), t('nav.partner'))] : []),
          link(routes.account(), t('nav.account')),
        ];
  const accountForm = visitor.kind === 'guest' ? undefined : <SignOutForm locale={locale} />;
  return (
    <ActFrame
      {...frameParts(t, office, locale, path)}
      nav={publicNav(t, office, locale, current)}
      account={account}
      accountForm={accountForm}
    >
      {children}
    </ActFrame>
  );
}

/** Frame of the office. */
export async function TeamShell({ locale, path, current, children }: ShellProps<TeamPlace>) {
  const t = await getTranslations({ locale, namespace: 'common' });
  const team = await getTranslations({ locale, namespace: 'team' });
  const office = await getOffice({ locale });
  const visitor = await currentVisitor();
  const isAdmin = visitor.kind === 'person' && visitor.roles.has('ADMIN');
  const account = [
    { href: localized(locale, routes.home()), label: team('nav.publicPages') },
    { href: localized(locale, routes.account()), label: t('nav.account') },
  ];
  return (
    <TeamFrame
      {...frameParts(t, office, locale, path)}
      nav={teamNav(team, office, locale, isAdmin, current)}
      account={account}
      accountForm={<SignOutForm locale={locale} />}
    >
      {children}
    </TeamFrame>
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
