import { plusDays } from '@/lib/core/day.mjs';
import { folded } from '@/lib/core/folded';
import { asTyped } from '@/lib/core/typed';
import { AGE_BANDS, isWorded, NOTE_MAX } from '../../contacts/rules';
import { DAYS_BACK, PLACE_MAX } from '../../rules';
import { traceIn } from '../../traces/rules';
import { isBegun } from '../begun/rules';
import type {
  Counted,
  DeviceContact,
  Draft,
  DraftProblem,
  KeptContact,
  PromisedCall,
} from '../types';

/** So many days a promised call is asked for: as long as the office keeps one. */
const CALL_DAYS = 29;

/** So many in one contact; the server takes no more. */
export const MOST = 99;

type Where = Pick<Draft, 'districtId' | 'setting' | 'place'> &
  Partial<Pick<Draft, 'day' | 'chosenOn'>>;

/** The next talk: somebody stays where they were, and on the day they chose as long as it is still the same date. */
export const freshDraft = (id: string, where: Where, today = ''): Draft => {
  const { districtId, setting, place, day = '', chosenOn = '' } = where;
  const isChosen = chosenOn !== '' && chosenOn === today;
  return {
    ...{ id, districtId, setting, place, contacts: 0, firstContacts: 0, notMet: 0 },
    ...(isChosen ? { day, chosenOn } : { day: '', chosenOn: '' }),
    ...{ age: null, topicIds: [], mood: null, outcomes: [], note: '', noName: false },
    ...{ asProposal: false, wantsCall: false },
  };
};

/** A number tapped more or less, and what follows from it: nobody is met for the first time who was not met. */
export function withCount(draft: Draft, which: Counted, wanted: number): Draft {
  // What was typed above is not taken away by a tap.
  const number = Math.min(Math.max(MOST, draft[which]), Math.max(0, wanted));
  const next = { ...draft, [which]: number };
  if (which === 'firstContacts') next.contacts = Math.max(next.contacts, number);
  next.firstContacts = Math.min(next.firstContacts, next.contacts);
  return next;
}

/** A number as it was typed: nothing else changes while somebody types. What is no number changes nothing. */
export const withTyped = (draft: Draft, which: Counted, text: string): Draft =>
  /^\d{0,4}$/.test(text) ? { ...draft, [which]: Number(text) } : draft;

/**
 * The day is the one on which the talk was begun, also when it is saved after midnight; of a talk that is not begun any
 * more it is none. A day somebody chose stays.
 */
export function begunOn(draft: Draft, today: string): Draft {
  if (isBegun(draft)) return draft.day === '' ? { ...draft, day: today } : draft;
  if (draft.day === '' || draft.chosenOn === today) return draft;
  return { ...draft, day: '', chosenOn: '' };
}

/** As the server takes it. A tapped age means all of them; nobody stays behind a door that is none. */
export function contactOf(draft: Draft, today: string): DeviceContact {
  const { age, problem: _, field: __, chosenOn: ___, wantsCall: ____, ...said } = draft;
  return {
    ...said,
    ...wordOf(draft),
    // One that was begun with an older page does not say it.
    asProposal: draft.asProposal === true,
    day: draft.day || today,
    notMet: draft.setting === 'DOORSTEP' ? draft.notMet : 0,
    ...bandsOf(age, draft.contacts),
  };
}

/**
 * One that was begun with an older page has no random word. It gets its own id: of that the server is told only the
 * beginning, for what is sent has another end, and each window makes the same one. What the server refused once was sent
 * without a word and stays so, or its proposal would be another one.
 */
const wordOf = ({ id, claim, problem }: Draft): { claim?: string } => {
  if (claim !== undefined) return { claim };
  return problem ? {} : { claim: id };
};

const bandsOf = (age: Draft['age'], contacts: number) =>
  Object.fromEntries(AGE_BANDS.map((band) => [band, band === age ? contacts : 0])) as Pick<
    DeviceContact,
    (typeof AGE_BANDS)[number]
  >;

/**
 * With the id of what it says: the same talk saved in two windows is one contact, with another content it is another
 * one. Nothing that was entered on a form another window had saved before is taken for what is there already.
 */
export function ownIdOf(contact: DeviceContact): DeviceContact {
  const { id, claim = id, ...rest } = contact;
  // A window with an older page saves the same talk without a word.
  const said = claim === id ? rest : { ...rest, claim };
  const words = JSON.stringify(Object.entries(said).sort(([a], [b]) => (a < b ? -1 : 1)));
  const sum = `${sumOf(words, 0x811c9dc5)}${sumOf(words, 0x01234567)}`.slice(0, 12);
  return { ...contact, id: `${id.slice(0, -12)}${sum}` };
}

/** FNV-1a; browsers have better ones only for later. @returns eight hexadecimal digits */
function sumOf(words: string, start: number): string {
  let sum = start;
  for (let at = 0; at < words.length; at += 1)
    sum = Math.imul(sum ^ words.charCodeAt(at), 0x01000193) >>> 0;
  return sum.toString(16).padStart(8, '0');
}

/** Back into the form, to be put right, with what is wrong. */
export function draftOf({ contact, problem, field }: KeptContact): Draft {
  const {
    ageTo5: _,
    ageTo13: __,
    ageTo17: ___,
    ageTo64: ____,
    ageFrom65: _____,
    ...rest
  } = contact;
  const age = AGE_BANDS.find((band) => contact[band] > 0) ?? null;
  return { ...rest, age, chosenOn: '', wantsCall: false, problem, field: field ?? '' };
}

/** What the page can still offer: whatever left the settings meanwhile leaves the form, before somebody saves it. */
export interface Known {
  districtIds: readonly string[];
  topicIds: readonly string[];
  /** Names of places in the settings: there everybody reads them. */
  places: readonly string[];
}

export const withKnown = (draft: Draft, known: Known): Draft => ({
  ...draft,
  districtId: known.districtIds.includes(draft.districtId) ? draft.districtId : '',
  topicIds: draft.topicIds.filter((id) => known.topicIds.includes(id)),
});

const counted = (text: string) => Array.from(asTyped(text)).length;

/** Why it cannot be saved, as far as a telephone can tell; null when it can. */
export function draftProblem(draft: Draft, today: string, known: Known): DraftProblem | null {
  return numberProblem(draft) ?? wordsProblem(contactOf(draft, today), today, known);
}

function numberProblem(draft: Draft): DraftProblem | null {
  if (draft.districtId === '') return { code: 'where', field: 'districtId' };
  const { contacts, firstContacts, notMet } = { ...draft, ...contactOf(draft, '') };
  if (contacts + notMet === 0) return { code: 'nobody', field: 'contacts' };
  const many = (['contacts', 'firstContacts', 'notMet'] as const).find(
    (which) => ({ contacts, firstContacts, notMet })[which] > MOST,
  );
  if (many) return { code: 'many', field: many, max: MOST };
  return firstContacts > contacts ? { code: 'moreFirst', field: 'firstContacts' } : null;
}

function wordsProblem(contact: DeviceContact, today: string, known: Known): DraftProblem | null {
  const { day, place, note, asProposal } = contact;
  if (day > today) return { code: 'ahead', field: 'day' };
  if (isOld(day, today)) return { code: 'longAgo', field: 'day' };
  if (counted(place) > PLACE_MAX) return { code: 'long', field: 'place', max: PLACE_MAX };
  if (counted(note) > NOTE_MAX) return { code: 'long', field: 'note', max: NOTE_MAX };
  if (asProposal && !isWorded(note)) return { code: 'noWords', field: 'note' };
  return traceProblem(contact, known);
}

function traceProblem(contact: DeviceContact, { places }: Known): DraftProblem | null {
  const isOfSettings = places.some((name) => folded(name) === folded(contact.place));
  try {
    const found = traceIn(contact, isOfSettings);
    return found && { code: found.trace.kind, field: found.field, words: found.trace.words };
  } catch {
    // A browser that cannot look for them: the server does, before it keeps anything.
    return null;
  }
}

/** The server takes it no more. */
const isOld = (day: string, today: string) => day !== '' && day < plusDays(today, -DAYS_BACK);

/** Words the server would not take any more leave the device; the numbers stay, for it may have them already. */
export function withoutOldWords<Of extends { day: string; note: string; asProposal?: boolean }>(
  said: Of,
  today: string,
): Of {
  // Of no words no proposal is made.
  return said.note !== '' && isOld(said.day, today)
    ? { ...said, note: '', asProposal: false }
    : said;
}

/** What stays here of a call somebody wants: which talk, and its day. */
export const callOf = (
  { wantsCall }: Pick<Draft, 'wantsCall'>,
  { id, day }: Pick<DeviceContact, 'id' | 'day'>,
): PromisedCall | undefined => (wantsCall ? { id, day } : undefined);

/** A talk that is saved once more promises no second call. */
export const withCall = (
  calls: readonly PromisedCall[],
  call: PromisedCall,
): readonly PromisedCall[] => [...calls.filter(({ id }) => id !== call.id), call];

/** Calls of so long ago are asked for no more. */
export const withoutOldCalls = (
  calls: readonly PromisedCall[],
  today: string,
): readonly PromisedCall[] => {
  const left = calls.filter(({ day }) => day >= plusDays(today, -CALL_DAYS));
  return left.length === calls.length ? calls : left;
};
