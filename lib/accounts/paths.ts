import { ownPathOr, personal, saying, segment } from '@/lib/core/paths';

export const accountsPaths = {
  signIn: (next?: string) => (next ? `/anmelden?next=${segment(next)}` : '/anmelden'),
  signInAgain: (request: string) => `/anmelden?after=${segment(request)}`,
  signInCode: (request: string) => `/anmelden/code/${segment(request)}`,
  signInLink: (token: string) => personal(`/anmelden/link/${segment(token)}`),
  signInCard: () => '/anmelden/karte',
  signInOwnServer: (next: string) => `/api/auth/start?next=${segment(next)}`,
  signInFailed: (fault: string, next: string) =>
    `/anmelden?reason=server-${segment(fault)}&next=${segment(next)}`,
  signInInvitation: (token: string) => personal(`/anmelden/einladung/${segment(token)}`),
  signInOnceMore: (next?: string) =>
    next ? `/anmelden?reason=again&next=${segment(next)}` : '/anmelden?reason=again',
  signInAfterTries: () => '/anmelden?reason=tries',
  secondFactor: (next?: string) =>
    next ? `/anmelden/zweiter-schritt?next=${segment(next)}` : '/anmelden/zweiter-schritt',
  secondFactorSetup: (next?: string) =>
    next
      ? `/anmelden/zweiter-schritt/einrichten?next=${segment(next)}`
      : '/anmelden/zweiter-schritt/einrichten',
  recoveryCodes: (next?: string) =>
    next
      ? `/anmelden/zweiter-schritt/notfall-codes?next=${segment(next)}`
      : '/anmelden/zweiter-schritt/notfall-codes',
  signInDemo: () => '/anmelden/demo',
  account: () => '/konto',
  accountConnect: (ticket: string) => `/konto?connect=${segment(ticket)}`,
  accountNotConnected: (fault: string) => `/konto?reason=server-${segment(fault)}`,
  accountSessions: () => '/konto/geraete',
  accountProfile: () => '/konto/angaben',
  accountAddress: () => '/konto/e-mail',
  accountAddressCode: (request: string) => `/konto/e-mail/${segment(request)}`,
  accountRecovery: () => '/konto/notfall-codes',
  accountReminders: () => '/konto/erinnerungen',
  accountDelete: () => '/konto/loeschen',
  // figures without names, for the office and whoever pays for it
  figures: (period?: string) => (period ? `/zahlen?period=${segment(period)}` : '/zahlen'),
  counsellingDesk: () => '/sozialberatung',
  accountDeleted: () => '/anmelden/konto-geloescht',
  accountJustDeleted: () => saying('/anmelden/konto-geloescht', 'profile.said.deleted'),
  team: () => '/team',
  teamMore: (kind: string) => `/team?more=${kind}`,
  teamCards: () => '/team/karten',
  teamCardVoid: () => '/team/karten?void=open#void',
  teamCardsPrint: (batch: string) => `/team/karten/${segment(batch)}`,
  teamCardsFile: (batch: string) => `/api/karten/${segment(batch)}`,
  teamPeople: () => '/team/personen',
  teamPerson: (id: string) => `/team/personen/${segment(id)}`,
  teamInvite: () => '/team/personen/einladen',
  partner: () => '/partner',
} as const;

/** Where to go on after signing in. @param next as it came in an address */
export const safeNext = (next: string | undefined) => ownPathOr(next, accountsPaths.account());
