import type { FrameProps, NavItem } from '@/components/layout/frame-types';
import { accountsPaths } from '@/lib/accounts/paths';
import { auditPaths } from '@/lib/audit/paths';
import { calendarPaths } from '@/lib/calendar/paths';
import { kindSlug } from '@/lib/calendar/rules';
import { now } from '@/lib/core/clock';
import { officeDate, officeMidnight } from '@/lib/core/office-time';
import { goodUntil } from '@/lib/core/page-cache';
import { LOCALES, localized } from '@/lib/core/paths';
import { counsellingPaths } from '@/lib/counselling/paths';
import { forumPaths } from '@/lib/forum/paths';
import { doorTime } from '@/lib/i18n/dates';
import { initiativesPaths } from '@/lib/initiatives/paths';
import { mailPaths } from '@/lib/mail/paths';
import { hasDemoMails } from '@/lib/mail/transport';
import { networkPaths } from '@/lib/network/paths';
import { operationPaths } from '@/lib/operation/paths';
import { proposalsPaths } from '@/lib/proposals/paths';
import { settingsPaths } from '@/lib/settings/paths';
import { fitsNavigation } from '@/lib/settings/rules';
import type { Office } from '@/lib/settings/types';
import { openingHoursOn } from '@/lib/settings/workdays';
import { votingPaths } from '@/lib/voting/paths';

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
  ['proposals', proposalsPaths.proposals()],
  ['forum', forumPaths.forum()],
  ['polls', votingPaths.polls()],
  ['calendar', calendarPaths.calendar()],
  ['support', initiativesPaths.supportOverview()],
  ['counselling', counsellingPaths.counselling()],
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
  ['today', accountsPaths.team(), 'daily', false],
  ['proposals', proposalsPaths.teamProposals(), 'daily', false],
  ['requests', initiativesPaths.teamRequests(), 'daily', false],
  ['calls', mailPaths.teamCalls(), 'daily', false],
  ['forum', forumPaths.teamForum(), 'residents', false],
  ['polls', votingPaths.teamPolls(), 'residents', false],
  ['calendar', calendarPaths.teamCalendar(), 'residents', false],
  ['network', networkPaths.teamPartners(), 'residents', false],
  ['initiatives', initiativesPaths.teamGroups(), 'residents', false],
  ['figures', accountsPaths.figures(), 'office', false],
  ['cards', accountsPaths.teamCards(), 'office', false],
  ['people', accountsPaths.teamPeople(), 'office', true],
  ['audit', auditPaths.teamAudit(), 'office', true],
  ['operation', operationPaths.teamOperation(), 'office', true],
  ['settings', settingsPaths.teamSettings(), 'office', true],
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
      href: localized(locale, accountsPaths.counsellingDesk()),
      label: say('nav.counsellingDesk'),
      current: true,
    },
    { href: localized(locale, counsellingPaths.counselling()), label: say('nav.counsellingPage') },
    {
      href: localized(locale, calendarPaths.calendarKind(kindSlug('COUNSELLING'))),
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
  ['guide', networkPaths.guide()],
  ['numberLookup', proposalsPaths.numberLookup()],
  ['easyLanguage', settingsPaths.easyLanguage()],
  ['accessibility', settingsPaths.accessibility()],
  ['privacy', settingsPaths.privacy()],
  ['imprint', settingsPaths.imprint()],
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
    more: { href: localized(locale, settingsPaths.aboutUs()), label: say('frame.about') },
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
      {say('demo.banner')}{' '}
      <a href={localized(locale, accountsPaths.signInDemo())}>{say('demo.signIn')}</a>{' '}
      {hasDemoMails(true) ? (
        <a href={localized(locale, mailPaths.demoMails())}>{say('demo.mails')}</a>
      ) : null}
    </>
  );
}
