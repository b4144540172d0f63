import type { FrameProps, NavItem } from '@/components/layout/frame-types';
import { kindSlug } from '@/lib/calendar/rules';
import { now } from '@/lib/core/clock';
import { officeDate, officeMidnight } from '@/lib/core/office-time';
import { goodUntil } from '@/lib/core/page-cache';
import { LOCALES, localized, routes } from '@/lib/core/routes';
import { doorTime } from '@/lib/i18n/dates';
import { hasDemoMails } from '@/lib/mail/transport';
import { fitsNavigation } from '@/lib/settings/rules';
import type { Office } from '@/lib/settings/types';
import { openingHoursOn } from '@/lib/settings/workdays';

export type PublicPlace =
  | 'home'
  | 'proposals'
  | 'forum'
  | 'polls'
  | 'support'
  | 'calendar'
  | 'counselling';
export type TeamPlace =
  | 'today'
  | 'proposals'
  | 'forum'
  | 'polls'
  | 'requests'
  | 'calendar'
  | 'network'
  | 'initiatives'
  | 'calls'
  | 'figures'
  | 'cards'
  | 'people'
  | 'audit'
  | 'operation'
  | 'settings';

type Translate = (key: never, values?: never) => string;
type Say = (key: string, values?: Record<string, string | number>) => string;

const PUBLIC_PLACES: readonly [PublicPlace, string][] = [
  ['proposals', routes.proposals()],
  ['forum', routes.forum()],
  ['polls', routes.polls()],
  ['calendar', routes.calendar()],
  ['support', routes.supportOverview()],
  ['counselling', routes.counselling()],
];

/** A long name stands beside the mark; in the navigation it is what sentences call it, too. */
function forumLabel({ forumName }: Office, say: Say): string {
  return fitsNavigation(forumName) ? forumName : say('nav.forum');
}

// messages: common.nav.*
export function publicNav(
  t: Translate,
  office: Office,
  locale: string,
  current: PublicPlace | undefined,
): NavItem[] {
  const say = t as unknown as Say;
  return PUBLIC_PLACES.map(([place, path]) => ({
    href: localized(locale, path),
    label: place === 'forum' ? forumLabel(office, say) : say(`nav.${place}`),
    current: place === current,
  }));
}

type TeamGroup = 'daily' | 'residents' | 'office';

const TEAM_PLACES: readonly [TeamPlace, string, TeamGroup, boolean][] = [
  ['today', routes.team(), 'daily', false],
  ['proposals', routes.teamProposals(), 'daily', false],
  ['requests', routes.teamRequests(), 'daily', false],
  ['calls', routes.teamCalls(), 'daily', false],
  ['forum', routes.teamForum(), 'residents', false],
  ['polls', routes.teamPolls(), 'residents', false],
  ['calendar', routes.teamCalendar(), 'residents', false],
  ['network', routes.teamPartners(), 'residents', false],
  ['initiatives', routes.teamGroups(), 'residents', false],
  ['figures', routes.figures(), 'office', false],
  ['cards', routes.teamCards(), 'office', false],
  ['people', routes.teamPeople(), 'office', true],
  ['audit', routes.teamAudit(), 'office', true],
  ['operation', routes.teamOperation(), 'office', true],
  ['settings', routes.teamSettings(), 'office', true],
];

// messages: team.nav.* team.group.*
export function teamNav(
  t: Translate,
  office: Office,
  locale: string,
  isAdmin: boolean,
  current: TeamPlace | undefined,
): NavItem[] {
  const say = t as unknown as Say;
  const places = TEAM_PLACES.filter(([, , , adminOnly]) => isAdmin || !adminOnly);
  return places.map(([place, path, group], index) => ({
    href: localized(locale, path),
    label: place === 'forum' ? forumLabel(office, say) : say(`nav.${place}`),
    group: places[index - 1]?.[2] === group ? undefined : say(`group.${group}`),
    current: place === current,
  }));
}

/** What the counselling has: its own page and what everybody may read about it. */
export function counsellingNav(t: Translate, locale: string): NavItem[] {
  const say = t as unknown as Say;
  return [
    {
      href: localized(locale, routes.counsellingDesk()),
      label: say('nav.counsellingDesk'),
      current: true,
    },
    { href: localized(locale, routes.counselling()), label: say('nav.counsellingPage') },
    {
      href: localized(locale, routes.calendarKind(kindSlug('COUNSELLING'))),
      label: say('nav.counsellingDates'),
    },
  ];
}

const LANGUAGE_TAGS = { de: 'de', 'de-LS': 'de', en: 'en' } as const;

type FrameParts = Omit<FrameProps, 'nav' | 'account' | 'accountForm' | 'children'>;

/** Everything a frame shows besides navigation: names, phone, hours, languages, legal links. */
export function frameParts(t: Translate, office: Office, locale: string, path: string): FrameParts {
  const say = t as unknown as Say;
  return {
    site: {
      name: office.forumName,
      place: office.districts.map((district) => district.name).join(' · '),
      homeHref: localized(locale, '/'),
    },
    labels: {
      skip: say('frame.skip'),
      menu: say('frame.menu'),
      nav: say('frame.nav'),
      languages: say('frame.languages'),
      help: say('frame.help'),
      footer: say('frame.footer'),
    },
    languages: LOCALES.map((code) => ({
      href: localized(code, path),
      label: say(`language.${code}`),
      lang: LANGUAGE_TAGS[code],
      current: code === locale,
    })),
    phone: { number: office.phone, label: say('frame.call'), note: todayNote(say, office) },
    office: officePart(say, office, locale),
    legal: LEGAL_PLACES.map(([key, path]) => ({
      href: localized(locale, path),
      label: say(`frame.${key}`),
    })),
    funders: fundersPart(say, office),
    demoBanner: office.filledAsDemo ? demoBanner(say, locale) : undefined,
  };
}

const LEGAL_PLACES: readonly [string, string][] = [
  ['guide', routes.guide()],
  ['numberLookup', routes.numberLookup()],
  ['easyLanguage', routes.easyLanguage()],
  ['accessibility', routes.accessibility()],
  ['privacy', routes.privacy()],
  ['imprint', routes.imprint()],
];

/** Whether it makes sense to call or come today; wrong after midnight, so kept pages end then. */
function todayNote(say: Say, office: Office): string {
  const at = now();
  goodUntil(officeMidnight(at));
  const today = openingHoursOn(officeDate(at), office.openingHours, office.holidayRegion);
  if (today.length === 0) return say('frame.closedToday');
  const times = today.map(({ from, to }) => `${doorTime(from)}–${doorTime(to)}`);
  return say('frame.openToday', { times: times.join(', ') });
}

function officePart(say: Say, office: Office, locale: string): FrameProps['office'] {
  return {
    title: office.officeName,
    address: [office.carrierName, office.street, `${office.postalCode} ${office.townName}`]
      .map((line) => line.trim())
      .filter((line) => line !== ''),
    hoursTitle: say('frame.hours'),
    hours: office.openingHours.map((hours) => ({
      days: say(`weekday.${hours.weekday}`),
      times: say('frame.fromTo', { from: doorTime(hours.from), to: doorTime(hours.to) }),
    })),
    more: { href: localized(locale, routes.aboutUs()), label: say('frame.about') },
  };
}

function fundersPart(say: Say, office: Office): FrameProps['funders'] {
  const logos = office.funders.filter((funder) => funder.logo !== '');
  if (logos.length === 0) return undefined;
  return {
    title: say('frame.funders'),
    logos: logos.map(({ logo, name, url }) => ({
      ...{ src: logo, alt: name, width: 160, height: 60 },
      href: url || undefined,
    })),
  };
}

function demoBanner(say: Say, locale: string) {
  return (
    <>
      {say('demo.banner')} <a href={localized(locale, routes.signInDemo())}>{say('demo.signIn')}</a>{' '}
      {hasDemoMails(true) ? (
        <a href={localized(locale, routes.demoMails())}>{say('demo.mails')}</a>
      ) : null}
    </>
  );
}
