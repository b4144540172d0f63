import type { AgeBands, OutreachMood, OutreachOutcome, Trace, TraceKind } from './types';

export const MOODS: readonly OutreachMood[] = ['OPEN', 'MIXED', 'SCEPTICAL'];

export const OUTCOMES: readonly OutreachOutcome[] = [
  'INFORMATION',
  'CARD_LEFT',
  'INVITED_TO_OFFICE',
  'REFERRAL',
  'PROPOSAL_CREATED',
];

export const AGE_BANDS = ['ageTo5', 'ageTo13', 'ageTo17', 'ageTo64', 'ageFrom65'] as const;

/** The database holds these, too. */
export const NOTE_MAX = 300;
export const TOPICS_MAX = 12;
/** Contacts that are taken at once. */
export const AT_ONCE_MAX = 200;

/** Within so many days somebody may still enter what was forgotten. */
export const DAYS_BACK = 60;

interface Counts extends AgeBands {
  setting: string;
  contacts: number;
  firstContacts: number;
  notMet: number;
}

/** Which number cannot be, and the sentence for it; null when they fit each other. */
export function countProblem(counts: Counts): { field: string; code: string } | null {
  const { setting, contacts, firstContacts, notMet } = counts;
  if (contacts + notMet === 0)
    return { field: 'contacts', code: 'outreach-contacts.refused.nobody' };
  if (firstContacts > contacts)
    return { field: 'firstContacts', code: 'outreach-contacts.refused.moreFirst' };
  if (notMet > 0 && setting !== 'DOORSTEP')
    return { field: 'notMet', code: 'outreach-contacts.refused.notAtDoors' };
  const aged = AGE_BANDS.reduce((sum, band) => sum + counts[band], 0);
  return aged > contacts ? { field: 'ageTo5', code: 'outreach-contacts.refused.moreAges' } : null;
}

const MAIL = /\S*\s?(?:@|\((?:at|ät)\)|\[at\])\s?\S*/iu;

// Six digits or more in a row; a number with its area code; or any number somebody is said to be reached by.
const PHONE = [
  /\d{6,}/u,
  /(?<!\d)(?:0|\+)\d(?:[ /().-]*\d){5,}/u,
  /(?:tel(?:efon)?|handy|mobil|whatsapp|ruf(?:nummer)?|anruf\p{L}*)\P{L}{0,3}(?:unter )?\d[\d /-]{3,}\d/iu,
];

/** What is counted in a sentence: a number before it is no house. */
const COUNTED =
  'kind|leut|person|jugend|famili|frau|mann|männer|mensch|gespräch|kontakt|mal|uhr|jahr|woche|tag|minute|stunde|euro|€|hund|bänk|bank|eltern|mütter|mutter|vater|väter|ältere|senior|nachbar|interessiert|vorschl|idee|karte|mädchen|jung|teen|bus|prozent|meter|von|bis|oder|und';

/** Places that end like a street and have no houses. */
const NO_STREET = /(?:spiel|bolz|sport|park|wäsche|fußball|grill|rodel)(?:platz|weg|hang|berg)$/iu;

const STREET =
  /(?<!\p{L})(\p{L}*(?:straße|strasse|str\.?|ring|weg|platz|gasse|allee|hang|siedlung|ufer|damm|berg|steig|markt|promenade))\s+(\d{1,3}\s?[a-h]?)(?![\p{L}\d:]|\.\d)(?!\s*(?:COUNTED))/giu;

const HOUSE_STREET = new RegExp(STREET.source.replace('COUNTED', COUNTED), 'giu');

const HOUSE_WORD =
  /(?<!\p{L})(?:haus|hausnummer|hausnr\.?|block|aufgang|eingang|hauseingang)\s*(?:nr\.?|nummer)?\s*\d{1,3}\s?[a-h]?(?!\p{L})/iu;

/** "Nr. 4", unless it is the number of something everybody may know. */
const NUMBER_WORD =
  /(?<!(?:bus|linie|vorschlag|vorschlags|idee|frage|punkt|thema|karte|buslinie)\s{0,2})(?<!\p{L})(?:nr\.?|nummer)\s*\d{1,3}\s?[a-h]?(?!\d|\p{L})/iu;

const DOOR = [
  /(?<!\p{L})klingel(?:schild(?:er)?|n|knopf)?(?!\p{L})/iu,
  /(?<!\p{L})(?:\d{1,2}\.|(?:erst|zweit|dritt|viert|fünft|sechst|oberst|unterst|letzt)e[nrms]?)\s*(?:stock(?:werk)?|etage|og|obergeschoss)(?!\p{L})/iu,
  /(?<!\p{L})(?:eg|og|erdgeschoss|hochparterre|parterre|dachgeschoss|dg)\s*,?\s*(?:links|rechts|mitte)(?!\p{L})/iu,
  /(?<!\p{L})(?:wohnung|whg\.?|appartement|wohnungstür)(?!\p{L})/iu,
];

const NAME = [
  // Somebody by title; "Frau Mitte 60" and the like are no names, but a tick is cheap.
  /(?<!\p{L})(?:Herrn?|Frau|Familie|Fam\.|Hr\.|Fr\.|Dr\.|Oma|Opa|Tante|Onkel)\s+(?!(?:Mitte|Anfang|Ende)(?!\p{L}))\p{Lu}[\p{L}-]*\.?/u,
  // A first name with the beginning of a second one.
  /(?<!\p{L})\p{Lu}\p{Ll}{2,}\s\p{Lu}\.(?!\s?\p{Lu}\.|\d)/u,
  /(?<!\p{L})(?:namens|heißt|genannt)\s+\p{Lu}\p{Ll}+/u,
];

const found = (kind: TraceKind, pattern: RegExp, text: string): Trace | null => {
  const words = new RegExp(pattern.source, pattern.flags.replace('g', '')).exec(text)?.[0];
  return words === undefined ? null : { kind, words: words.trim() };
};

function streetIn(text: string): Trace | null {
  for (const [words, street = ''] of text.matchAll(HOUSE_STREET))
    if (!NO_STREET.test(street)) return { kind: 'house', words: words.trim() };
  return null;
}

const first = (kind: TraceKind, patterns: readonly RegExp[], text: string): Trace | null =>
  patterns.reduce<Trace | null>((trace, one) => trace ?? found(kind, one, text), null);

/**
 * What in a text leads to a person and must never be kept: numbers, addresses, houses, doors. One of the kinds that
 * are there. Words alone cannot prove that nobody is meant; they catch what people write without thinking.
 */
export function traceOf(text: string): Trace | null {
  return (
    found('mail', MAIL, text) ??
    first('phone', PHONE, text) ??
    streetIn(text) ??
    first('house', [HOUSE_WORD, NUMBER_WORD], text) ??
    first('door', DOOR, text)
  );
}

/** What looks like the name of a person; whoever wrote it may say that it is none. */
export const nameIn = (text: string): Trace | null => first('name', NAME, text);
