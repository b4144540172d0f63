import 'server-only';
import { command } from '@/lib/accounts/command';
import { dayColumn, dayOf, plusDays } from '@/lib/core/day.mjs';
import type { Tx } from '@/lib/core/db';
import { AppError } from '@/lib/core/errors';
import { folded } from '@/lib/core/folded';
import { officeDate } from '@/lib/core/office-time';
import { ok, type Refused, type Result, refused } from '@/lib/core/result';
import { splitKey } from '@/lib/core/text';
import { takeVersion } from '@/lib/core/version';
import { OUTREACH_RIGHTS } from '../access';
import { DAYS_BACK } from '../rules';
import { keptOut, nameIn, traceOf, twoWordsIn } from '../traces/rules';
import type { Trace } from '../types';
import { countProblem } from './rules';
import {
  type ChangeContactInput,
  type ContactInput,
  contactSchema,
  type RecordContactsInput,
} from './schema';
import type { Recorded } from './types';

type Judged = { contact: ContactInput } | Extract<Recorded, { answer: 'refused' }>;

// Nothing is written down of contacts, see `events.ts`.
const SPEC = { right: OUTREACH_RIGHTS.contacts, audit: [], tags: [] } as const;

interface Recording {
  tx: Tx;
  at: Date;
}

/**
 * Takes contacts, each for itself: what is wrong with one keeps no other back. The same id again is the same contact
 * and changes nothing, whatever comes first; one that was deleted stays deleted.
 */
export const recordContacts = command(
  SPEC,
  async (given, { contacts }: RecordContactsInput): Promise<Result<Recorded[]>> =>
    ok(await record(given, contacts)),
);

/**
 * Takes one, or says what is wrong with it; a form that was refused can be sent again. What it answers is kept beside
 * the form for two days, so it does not say which contact it was.
 */
export const recordContact = command(
  SPEC,
  async (given, contact: ContactInput): Promise<Result<null>> => {
    const [one] = await record(given, [contact]);
    if (one?.answer !== 'refused') return ok(null);
    // Of numbers those to tap are what somebody sees.
    return refused(one.code, one.params, one.field === 'contacts' ? 'tapped' : one.field);
  },
);

async function record({ tx, at }: Recording, contacts: readonly unknown[]): Promise<Recorded[]> {
  const read = contacts.map((sent) => ({ sent, parsed: contactSchema.safeParse(sent) }));
  const known = await knownPlaces(tx);
  const judged = read.map((one) => judge(one, officeDate(at), known));
  // In one order for all senders: two with the same contacts then never wait for each other in a circle.
  const good = judged.flatMap((one) => ('contact' in one ? [one.contact] : []));
  const inOrder = good.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const stored = await tx.outreachContact.createManyAndReturn({
    data: inOrder.map((contact) => ({ id: contact.id, ...columnsOf(contact) })),
    skipDuplicates: true,
    select: { id: true },
  });
  const fresh = new Set(stored.map(({ id }) => id));
  for (const id of await takeBackDeleted(tx, [...fresh])) fresh.delete(id);
  return judged.map((one): Recorded => answerTo(one, fresh));
}

/**
 * Takes back what somebody had deleted before. Asked only after the rows are there: storing waits for whoever is just
 * deleting the same contact, and what they leave behind is seen by no question asked earlier.
 */
async function takeBackDeleted(tx: Tx, stored: string[]): Promise<string[]> {
  if (stored.length === 0) return [];
  const gone = await tx.outreachDeletedContact.findMany({
    where: { id: { in: stored } },
    select: { id: true },
  });
  const ids = gone.map(({ id }) => id);
  if (ids.length > 0) await tx.outreachContact.deleteMany({ where: { id: { in: ids } } });
  return ids;
}

/** Twice in one sending: the first is stored, the second is there already. */
function answerTo(one: Judged, fresh: Set<string>): Recorded {
  if (!('contact' in one)) return one;
  const { id } = one.contact;
  return { id, answer: fresh.delete(id) ? 'stored' : 'alreadyThere' };
}

/** Puts right what was entered. */
export const changeContact = command(
  SPEC,
  async ({ tx, at }, input: ChangeContactInput): Promise<Result<null>> => {
    const { id, version, ...contact } = input;
    const kept = await tx.outreachContact.findUnique({ where: { id }, select: { day: true } });
    if (!kept) throw new AppError('NOT_FOUND');
    const days = { today: officeDate(at), kept: dayOf(kept.day) };
    const wrong = problemOf({ ...contact, id }, days, await knownPlaces(tx));
    if (wrong) return wrong;
    const late = await takeVersion(tx.outreachContact, id, version);
    if (late) return late;
    const data = columnsOf({ ...contact, id });
    await tx.outreachContact.update({ where: { id }, data, select: { id: true } });
    return ok(null);
  },
);

/** Takes an entry back; one that is gone stays gone, also when a late sending brings it once more. */
export const deleteContact = command(
  SPEC,
  async ({ tx, at }, { id }: { id: string }): Promise<Result<null>> => {
    const { count } = await tx.outreachContact.deleteMany({ where: { id } });
    if (count === 0) return ok(null);
    const day = dayColumn(officeDate(at));
    await tx.outreachDeletedContact.createMany({ data: [{ id, day }] });
    return ok(null);
  },
);

interface Known {
  districts: ReadonlySet<string>;
  categories: ReadonlySet<string>;
  /** Folded names of places that stand in the settings: there everybody can read them. */
  places: ReadonlySet<string>;
}

async function knownPlaces(tx: Tx): Promise<Known> {
  const id = { select: { id: true } } as const;
  const ids = (rows: { id: string }[]) => new Set(rows.map((row) => row.id));
  return {
    districts: ids(await tx.district.findMany(id)),
    categories: ids(await tx.category.findMany(id)),
    places: new Set(
      (await tx.place.findMany({ select: { name: true } })).map(({ name }) => folded(name)),
    ),
  };
}

interface Read {
  sent: unknown;
  parsed: ReturnType<typeof contactSchema.safeParse>;
}

function judge({ sent, parsed }: Read, today: string, known: Known): Judged {
  if (parsed.success) {
    const wrong = problemOf(parsed.data, { today, kept: '' }, known);
    return wrong ? refusal(parsed.data.id, wrong) : { contact: parsed.data };
  }
  const { id } = Object(sent);
  const [issue] = parsed.error.issues;
  const [code, params] = splitKey(issue?.message ?? '');
  const field = issue?.path[0];
  return refusal(typeof id === 'string' ? id : '', refused(code, params, field?.toString()));
}

const refusal = (id: string, { code, params, field }: Refused) =>
  ({ id, answer: 'refused', code, params, field }) as const;

interface Days {
  today: string;
  /** The day it has so far, when it is put right: it may stay there. */
  kept: string;
}

/** Why a contact cannot be kept; null when it can. */
function problemOf(contact: ContactInput, { today, kept }: Days, known: Known): Refused | null {
  const { day, districtId, topicIds } = contact;
  if (day > today) return refused('outreach-contacts.refused.ahead', {}, 'day');
  if (day !== kept && day < plusDays(today, -DAYS_BACK))
    return refused('outreach-contacts.refused.longAgo', { days: DAYS_BACK }, 'day');
  if (!known.districts.has(districtId)) return refused('form.error.choose', {}, 'districtId');
  if (topicIds.some((id) => !known.categories.has(id)))
    return refused('form.error.choose', {}, 'topicIds');
  const numbers = countProblem(contact);
  return numbers ? refused(numbers.code, {}, numbers.field) : traceProblem(contact, known);
}

function traceProblem({ place, note, noName }: ContactInput, known: Known): Refused | null {
  const isOfSettings = known.places.has(folded(place));
  const nameOf = (text: string, more: Trace | null) => (noName ? null : (nameIn(text) ?? more));
  const inPlace = isOfSettings ? keptOut(place) : (traceOf(place) ?? nameOf(place, null));
  if (inPlace) return refusedFor(inPlace, 'place');
  const inNote = traceOf(note) ?? nameOf(note, twoWordsIn(note));
  return inNote ? refusedFor(inNote, 'note') : null;
}

// messages: outreach-contacts.trace.*
const refusedFor = ({ kind, words }: Trace, field: string) =>
  refused(`outreach-contacts.trace.${kind}`, { words }, field);

function columnsOf({ id: _, noName: __, day, ...contact }: ContactInput) {
  return {
    ...contact,
    day: dayColumn(day),
    topicIds: [...new Set(contact.topicIds)],
    outcomes: [...new Set(contact.outcomes)],
  };
}
