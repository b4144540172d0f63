import type {
  DistrictView,
  Office,
  OpeningHours,
  OwnText,
  OwnTextKey,
  OwnTextSetting,
} from './types';

export const HOLIDAY_REGIONS = [
  'BW',
  'BY',
  'BE',
  'BB',
  'HB',
  'HH',
  'HE',
  'MV',
  'NI',
  'NW',
  'RP',
  'SL',
  'SN',
  'ST',
  'SH',
  'TH',
] as const;

export const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const;

/** The parts of the settings, as they appear in the address. */
export const SETTINGS_PARTS = [
  'buero',
  'oeffnungszeiten',
  'stadtteile',
  'themen',
  'mangel',
  'angebot',
  'fristen',
  'foerderer',
  'rechtstexte',
] as const;

type SettingsPart = (typeof SETTINGS_PARTS)[number];

/** What the pages of a new office lack, in the order in which it is best filled in. */
const STILL_MISSING = {
  buero: ({ townName, street, postalCode, phone, carrierName }) =>
    [townName, street, postalCode, phone, carrierName].includes(''),
  oeffnungszeiten: ({ openingHours }) => openingHours.length === 0,
  // A new office has one district without a known place in it.
  stadtteile: ({ districts }) => districts.every(({ places }) => places.length === 0),
  themen: ({ categories }) => categories.length === 0,
  mangel: ({ reportingName, reportingUrl, reportingPhone }) =>
    reportingName === '' || (reportingUrl === '' && reportingPhone === ''),
  rechtstexte: ({ privacyContact, supervisoryBody }) =>
    [privacyContact, supervisoryBody].includes(''),
} as const satisfies Partial<Record<SettingsPart, (office: Office) => boolean>>;

export type SetupPart = keyof typeof STILL_MISSING;

/** The parts of the settings a new office fills in first, and whether each is done. */
export function setupParts(office: Office): { part: SetupPart; isDone: boolean }[] {
  const parts = Object.keys(STILL_MISSING) as SetupPart[];
  return parts.map((part) => ({ part, isDone: !STILL_MISSING[part](office) }));
}

/** What only the carrier can say of itself, in the order of the settings. */
export const OWN_TEXTS = [
  'ROOM',
  'MATERIAL',
  'MONEY',
  'MONEY_WAY',
  'ADVICE',
  'PUBLICITY',
  'CONTACTS',
  'COUNSELLING_DUTY',
  'COUNSELLING_PEOPLE',
  'COUNSELLING_COST',
  'COUNSELLING_TOPICS',
  'COUNSELLING_COURSE',
  'COUNSELLING_LIMITS',
  'COUNSELLING_LANGUAGES',
  'ABOUT_OFFICE',
  'NOTICE_BOARDS',
  'FORUM_CHAIR',
  'COMPLAINTS',
  'CONSENT_PHOTO',
  'CONSENT_SECRECY',
  'CONSENT_PASS_ON',
] as const satisfies readonly OwnTextKey[];

/**
 * Whether the carrier has said anything of a counselling of its own. No page offers one that nobody has spoken of.
 */
export function offersCounselling({ ownTexts }: Pick<Office, 'ownTexts'>): boolean {
  return OWN_TEXTS.some((key) => key.startsWith('COUNSELLING_') && ownTexts[key] !== undefined);
}

/** What the carrier says of itself to a reader; a text that is missing in their language is read in German. */
export function ownTextsFor(
  rows: readonly OwnTextSetting[],
  locale: string,
): Partial<Record<OwnTextKey, OwnText>> {
  const said = rows.flatMap(({ key, text, textEasy, textEn }) => {
    if (text === '') return [];
    if (locale === 'en' && textEn !== '') return [[key, { text: textEn, lang: 'en' }]];
    // What is signed does not call itself easy with other words in it.
    if (locale === 'de-LS' && textEasy === '' && key.startsWith('CONSENT_')) return [];
    return [[key, { text: (locale === 'de-LS' && textEasy) || text, lang: 'de' }]];
  });
  return Object.fromEntries(said);
}

const SPAN =
  /^([01]?\d|2[0-3])(?:[:.]([0-5]\d))?\s*(?:-|–|bis)\s*([01]?\d|2[0-3])(?:[:.]([0-5]\d))?$/;

/**
 * Opening times of a day as people write them: `9-12, 14:00–17:30`.
 * @returns spans in order, or `null` when they cannot be read or overlap
 */
export function parseHours(weekday: number, text: string): OpeningHours[] | null {
  const spans: OpeningHours[] = [];
  for (const part of text.split(/[,;]|\bund\b/).map((piece) => piece.trim())) {
    if (part === '') continue;
    const match = SPAN.exec(part.replace(/\s*Uhr$/i, ''));
    if (!match) return null;
    const [, fromHour = '', fromMinute = '00', toHour = '', toMinute = '00'] = match;
    const from = `${fromHour.padStart(2, '0')}:${fromMinute}`;
    const to = `${toHour.padStart(2, '0')}:${toMinute}`;
    const before = spans.at(-1)?.to ?? '00:00';
    if (from < before || to <= from) return null;
    spans.push({ weekday, from, to });
  }
  return spans;
}

/** The other way round, for the form: `09:00–12:00, 14:00–17:30`. */
export function hoursText(hours: readonly OpeningHours[], weekday: number): string {
  return hours
    .filter((span) => span.weekday === weekday)
    .map(({ from, to }) => `${from}–${to}`)
    .join(', ');
}

interface PostalParts {
  street: string;
  postalCode: string;
  townName: string;
}

/** Street and town in one line; what an office has not entered yet leaves no gap. */
export function postalAddress({ street, postalCode, townName }: PostalParts): string {
  return [street, `${postalCode} ${townName}`.trim()].filter((part) => part !== '').join(', ');
}

/** Characters a word of the navigation may have, so that all of them stay in one line. */
const LONGEST_LABEL = 26;

/** Whether the name of the Forum can stand in the navigation; otherwise the short word does. */
export function fitsNavigation(name: string): boolean {
  return Array.from(name).length <= LONGEST_LABEL;
}

/**
 * What a form offers: districts looked after now, and those that were chosen while they still were, so
 * that saving an old thing anew does not lose them.
 * @param chosen slugs or ids
 */
export function districtsToChoose(
  { districts, everyDistrict }: Pick<Office, 'districts' | 'everyDistrict'>,
  chosen: readonly string[],
): DistrictView[] {
  const offered = new Set([...districts.map(({ id }) => id), ...chosen]);
  return everyDistrict.filter(({ id, slug }) => offered.has(id) || offered.has(slug));
}
