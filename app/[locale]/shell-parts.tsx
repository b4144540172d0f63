import type { FrameProps, NavItem } from '@/components/layout/frame-types';
import { accountsPaths } from '@/lib/accounts/paths';
import { appointmentsPaths } from '@/lib/appointments/paths';
import { calendarPaths } from '@/lib/calendar/paths';
import { kindSlug } from '@/lib/calendar/rules';
import { now } from '@/lib/core/clock';
import { readEnv } from '@/lib/core/env.mjs';
import { officeDate, officeMidnight } from '@/lib/core/office-time';
import { goodUntil } from '@/lib/core/page-cache';
import { LOCALES, localized } from '@/lib/core/paths';
import { counsellingPaths } from '@/lib/counselling/paths';
import { DOMAINS } from '@/lib/domains';
import { doorTime, longDate } from '@/lib/i18n/dates';
import { mailPaths } from '@/lib/mail/paths';
import { hasDemoMails } from '@/lib/mail/transport';
import type { Manifest } from '@/lib/manifest';
import { drawAddress } from '@/lib/print/qr';
import { settingsPaths } from '@/lib/settings/paths';
import { fitsNavigation } from '@/lib/settings/rules';
import type { Office } from '@/lib/settings/types';
import { hoursSaidOn } from '@/lib/settings/workdays';

type Navigation = (typeof DOMAINS)[number]['navigation'];

export type PublicPlace = 'home' | Navigation['public'][number]['place'];
export type TeamPlace = Navigation['office'][number]['place'];

type Translate = (key: never, values?: never) => string;
export type Say = (key: string, values?: Record<string, string | number>) => string;

const placesOf = <Area extends keyof Manifest['navigation']>(area: Area) =>
  DOMAINS.flatMap(
    ({ navigation }: Pick<Manifest, 'navigation'>): Manifest['navigation'][Area][number][] => [
      ...navigation[area],
    ],
  );

const byOrder = (a: { order: number }, b: { order: number }) => a.order - b.order;
const PUBLIC_PLACES = placesOf('public').sort(byOrder);
const LEGAL_PLACES = placesOf('footer').sort(byOrder);

/** A long name stands beside the mark; in the navigation it is what sentences call it, too. */
function labelOf({ named, label }: Named, office: Office, say: Say): string {
  // messages: given
  return named && fitsNavigation(office[named]) ? office[named] : say(label);
}

type Named = Pick<Manifest['navigation']['public'][number], 'named' | 'label'>;

async function offeredOf<P extends Pick<Manifest['navigation']['public'][number], 'offered'>>(
  places: readonly P[],
): Promise<P[]> {
  const asked = await Promise.all(
    places.map(async (place) => ((await place.offered?.()) === false ? [] : [place])),
  );
  return asked.flat();
}

/** @param say of all catalogues */
export async function publicNav(
  say: Say,
  office: Office,
  locale: string,
  current: PublicPlace | undefined,
): Promise<NavItem[]> {
  return (await offeredOf(PUBLIC_PLACES)).map((item) => ({
    href: localized(locale, item.path),
    label: labelOf(item, office, say),
    current: item.place === current,
  }));
}

const GROUPS = {
  daily: 'team.group.daily',
  residents: 'team.group.residents',
  office: 'team.group.office',
} as const;
const TEAM_PLACES = Object.keys(GROUPS).flatMap((wanted) =>
  placesOf('office')
    .filter(({ group }) => group === wanted)
    .sort(byOrder),
);

/** @param say of all catalogues */
export function teamNav(
  say: Say,
  office: Office,
  locale: string,
  isAdmin: boolean,
  current: TeamPlace | undefined,
): NavItem[] {
  const places = TEAM_PLACES.filter(({ adminOnly }) => isAdmin || !adminOnly);
  return places.map((item, index) => ({
    href: localized(locale, item.path),
    label: labelOf(item, office, say),
    group: places[index - 1]?.group === item.group ? undefined : say(GROUPS[item.group]),
    current: item.place === current,
  }));
}

/** What the counselling has: its own page and what everybody may read about it. */
/** The first page of the counselling and what is read from there; all else in that area is its calendar. */
const DESK = /^\/sozialberatung(?:$|\/(?:aufgaben|themenseiten|fortbildung)\b)/;

export function counsellingNav(t: Translate, locale: string, path: string): NavItem[] {
  const say = t as unknown as Say;
  const isDesk = DESK.test(path);
  return [
    {
      href: localized(locale, accountsPaths.counsellingDesk()),
      label: say('nav.counsellingDesk'),
      current: isDesk,
    },
    {
      href: localized(locale, appointmentsPaths.desk()),
      label: say('nav.counsellingSlots'),
      current: !isDesk,
    },
    { href: localized(locale, counsellingPaths.counselling()), label: say('nav.counsellingPage') },
    {
      href: localized(locale, calendarPaths.calendarKind(kindSlug('COUNSELLING'))),
      label: say('nav.counsellingDates'),
    },
  ];
}

const LANGUAGE_TAGS = { de: 'de', 'de-LS': 'de', en: 'en' } as const;

interface FramePlace {
  path: string;
  holdsText?: boolean | undefined;
  /** What stands on paper instead of an address that is somebody's own. */
  printed?: string;
}

type FrameParts = Omit<FrameProps, 'nav' | 'account' | 'accountForm' | 'children'>;

function printedPart(say: Say, locale: string, address: string): FrameParts['printed'] {
  return {
    text: say('frame.printed', { address, date: longDate(now(), locale) }),
    qr: drawAddress(address),
    qrLabel: say('frame.printedQr'),
  };
}

/**
 * Everything a frame shows besides navigation: names, phone, hours, languages, legal links.
 * @param all sentences of all catalogues
 */
export async function frameParts(
  t: Translate,
  all: Say,
  office: Office,
  locale: string,
  { path, holdsText, printed = path }: FramePlace,
): Promise<FrameParts> {
  const say = t as unknown as Say;
  const legal = await offeredOf(LEGAL_PLACES);
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
      beside: holdsText && code !== locale ? say('frame.newWindow') : undefined,
    })),
    phone: { number: office.phone, label: say('frame.call'), note: todayNote(say, office) },
    office: officePart(say, office, locale),
    legal: legal.map((item) => ({
      href: localized(locale, item.path),
      label: all(item.label),
    })),
    funders: fundersPart(say, office),
    printed: printedPart(say, locale, new URL(localized(locale, printed), readEnv().APP_URL).href),
    demoBanner: office.filledAsDemo ? demoBanner(say, locale) : undefined,
  };
}

/** Whether it makes sense to call or come today, where that was ever entered; wrong after midnight, so kept pages end then. */
function todayNote(say: Say, office: Office): string {
  const at = now();
  goodUntil(officeMidnight(at));
  const today = hoursSaidOn(officeDate(at), office.openingHours, office.holidayRegion);
  if (today === null) return '';
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
