import 'server-only';
import { command } from '@/lib/accounts/command';
import { dayColumn, dayOf, plusDays } from '@/lib/core/day.mjs';
import type { Tx } from '@/lib/core/db';
import { AppError } from '@/lib/core/errors';
import { folded } from '@/lib/core/folded';
import { officeDate } from '@/lib/core/office-time';
import { ok, type Refused, type Result, refused } from '@/lib/core/result';
import { splitKey } from '@/lib/core/text';
import { CHANGED_MEANWHILE, takeVersion } from '@/lib/core/version';
import { OUTREACH_RIGHTS } from '../access';
import { DAYS_BACK, isOfClosedQuarter } from '../rules';
import { traceIn } from '../traces/rules';
import { countProblem } from './rules';
import {
  type ChangeContactInput,
  type ContactInput,
  contactSchema,
  type DeleteContactInput,
  type RecordContactsInput,
} from './schema';
import { storeContacts, storedBefore } from './steps';
import type { Recorded } from './types';

/** What was sent under an id, as it can be stored, or why it cannot. */
interface Judged {
  sentId: string;
  contact?: ContactInput;
  refusal?: Pick<Refused, 'code' | 'params' | 'field'>;
}

// Nothing is written down of contacts, see `events.ts`.
const SPEC = { right: OUTREACH_RIGHTS.contacts, audit: [], tags: [] } as const;

interface Recording {
  tx: Tx;
  at: Date;
}

/**
 * Takes contacts, each for itself: what is wrong with one keeps no other back. The same id again is the same contact
 * and changes nothing, whatever comes first and whatever is said of it now; one that was deleted stays deleted. Each is
 * answered under the id as it was sent.
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
  const known = await knownPlaces(tx);
  const today = officeDate(at);
  const judged = contacts.map((sent) => judge(sent, today, known));
  const good = judged.flatMap(({ contact }) => (contact ? [contact] : []));
  const { fresh, unwanted } = await storeContacts(
    tx,
    good.map((contact) => ({ id: contact.id, ...columnsOf(contact) })),
  );
  const wrong = judged.filter(({ contact }) => !contact || unwanted.has(contact.id));
  const there = await storedBefore(tx, wrong.map(plainId));
  return judged.map((one) => {
    const { sentId: id, contact, refusal } = one;
    if (there.has(plainId(one))) return { id, answer: 'alreadyThere' };
    if (!contact || unwanted.has(contact.id))
      return { id, answer: 'refused', ...(refusal ?? UNWANTED) };
    // Twice in one sending: the first is stored, the second is there already.
    const answer = fresh.delete(contact.id) ? 'stored' : 'alreadyThere';
    return { id, answer, ...(isOfClosedQuarter(contact.day, today) ? { countsNoMore: true } : {}) };
  });
}

/** What the database does not take although nothing is known to be wrong with it. */
const UNWANTED = { code: 'form.error.invalid', params: {}, field: undefined } as const;

const plainId = ({ sentId }: Judged): string => sentId.toLowerCase();

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

/**
 * Takes an entry away as a page showed it; one that is gone stays gone, also when a late sending brings it once more.
 * There is no way back, since it may have been for a name: it is asked about before.
 */
export const deleteContact = command(
  SPEC,
  async ({ tx, at }, { id, version }: DeleteContactInput): Promise<Result<null>> => {
    const { count } = await tx.outreachContact.deleteMany({ where: { id, version } });
    if (count === 0) {
      const other = await tx.outreachContact.count({ where: { id } });
      return other > 0 ? refused(CHANGED_MEANWHILE) : ok(null);
    }
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

function judge(sent: unknown, today: string, known: Known): Judged {
  const { id } = Object(sent);
  const sentId = typeof id === 'string' ? id : '';
  const parsed = contactSchema.safeParse(sent);
  if (parsed.success) {
    const wrong = problemOf(parsed.data, { today, kept: '' }, known);
    return wrong ? refusal(sentId, wrong) : { sentId, contact: parsed.data };
  }
  const [issue] = parsed.error.issues;
  const [code, params] = splitKey(issue?.message ?? '');
  return refusal(sentId, refused(code, params, issue?.path[0]?.toString()));
}

const refusal = (sentId: string, { code, params, field }: Refused): Judged => ({
  sentId,
  refusal: { code, params, field },
});

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

function traceProblem(contact: ContactInput, known: Known): Refused | null {
  const found = traceIn(contact, known.places.has(folded(contact.place)));
  if (!found) return null;
  const { kind, words } = found.trace;
  // messages: outreach-contacts.trace.*
  return refused(`outreach-contacts.trace.${kind}`, { words }, found.field);
}

function columnsOf({ id: _, noName: __, day, ...contact }: ContactInput) {
  return {
    ...contact,
    day: dayColumn(day),
    topicIds: [...new Set(contact.topicIds)],
    outcomes: [...new Set(contact.outcomes)],
  };
}
