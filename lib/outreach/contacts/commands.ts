import 'server-only';
import { command, type Given } from '@/lib/accounts/command';
import { dayColumn, plusDays } from '@/lib/core/day.mjs';
import type { Tx } from '@/lib/core/db';
import { AppError } from '@/lib/core/errors';
import { folded } from '@/lib/core/folded';
import { officeDate } from '@/lib/core/office-time';
import { ok, type Refused, type Result, refused } from '@/lib/core/result';
import { splitKey } from '@/lib/core/text';
import { takeVersion } from '@/lib/core/version';
import { OUTREACH_RIGHTS } from '../access';
import { countProblem, DAYS_BACK, nameIn, traceOf } from './rules';
import {
  type ChangeContactInput,
  type ContactInput,
  contactSchema,
  type RecordContactsInput,
} from './schema';
import type { Recorded } from './types';

type Judged = { contact: ContactInput } | Extract<Recorded, { answer: 'refused' }>;

const RECORD = {
  right: OUTREACH_RIGHTS.contacts,
  audit: ['outreachContact.recorded'],
  tags: [],
} as const;

type Recording = Pick<Given<never, 'outreachContact.recorded'>, 'tx' | 'at' | 'note' | 'unchanged'>;

/**
 * Takes contacts, each for itself: what is wrong with one keeps no other back. The same id again is the same contact
 * and changes nothing, whatever comes first.
 */
export const recordContacts = command(
  RECORD,
  async (given, { contacts }: RecordContactsInput): Promise<Result<Recorded[]>> =>
    ok(await record(given, contacts)),
);

/** Takes one, or says what is wrong with it; a form that was refused can be sent again. */
export const recordContact = command(
  RECORD,
  async (given, contact: ContactInput): Promise<Result<{ id: string }>> => {
    const [one] = await record(given, [contact]);
    if (one?.answer !== 'refused') return ok({ id: contact.id });
    // Of numbers those to tap are what somebody sees.
    return refused(one.code, one.params, one.field === 'contacts' ? 'tapped' : one.field);
  },
);

async function record(
  { tx, at, note, unchanged }: Recording,
  contacts: readonly unknown[],
): Promise<Recorded[]> {
  const read = contacts.map((sent) => ({ sent, parsed: contactSchema.safeParse(sent) }));
  const rounds = read.flatMap(({ parsed }) => (parsed.success ? [parsed.data.roundId] : []));
  const known = await knownPlaces(tx, rounds);
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
  for (const day of new Set(good.filter(({ id }) => fresh.has(id)).map((one) => one.day)))
    await note('outreachContact.recorded', day);
  unchanged();
  return judged.map((one): Recorded => answerTo(one, fresh));
}

/** Twice in one sending: the first is stored, the second is there already. */
function answerTo(one: Judged, fresh: Set<string>): Recorded {
  if (!('contact' in one)) return one;
  const { id } = one.contact;
  return { id, answer: fresh.delete(id) ? 'stored' : 'alreadyThere' };
}

/** Puts right what was entered. */
export const changeContact = command(
  { right: OUTREACH_RIGHTS.contacts, audit: ['outreachContact.changed'], tags: [] },
  async ({ tx, at, note }, input: ChangeContactInput): Promise<Result<{ id: string }>> => {
    const { id, version, ...contact } = input;
    const kept = await tx.outreachContact.findUnique({ where: { id }, select: { roundId: true } });
    if (!kept) throw new AppError('NOT_FOUND');
    const wrong = problemOf(
      { ...contact, id, roundId: kept.roundId },
      officeDate(at),
      await knownPlaces(tx, [kept.roundId]),
    );
    if (wrong) return wrong;
    const late = await takeVersion(tx.outreachContact, id, version);
    if (late) return late;
    const { roundId: _, ...columns } = columnsOf({ ...contact, id, roundId: kept.roundId });
    await tx.outreachContact.update({ where: { id }, data: columns, select: { id: true } });
    await note('outreachContact.changed', contact.day);
    return ok({ id });
  },
);

/** Takes an entry back; one that is gone stays gone. */
export const deleteContact = command(
  { right: OUTREACH_RIGHTS.contacts, audit: ['outreachContact.deleted'], tags: [] },
  async ({ tx, at, note, unchanged }, { id }: { id: string }): Promise<Result<{ id: string }>> => {
    const { count } = await tx.outreachContact.deleteMany({ where: { id } });
    if (count === 0) unchanged();
    else await note('outreachContact.deleted', officeDate(at));
    return ok({ id });
  },
);

interface Known {
  districts: ReadonlySet<string>;
  categories: ReadonlySet<string>;
  rounds: ReadonlySet<string>;
  /** Folded names of places that stand in the settings: there everybody can read them. */
  places: ReadonlySet<string>;
}

async function knownPlaces(tx: Tx, rounds: readonly (string | null)[]): Promise<Known> {
  const id = { select: { id: true } } as const;
  const ids = (rows: { id: string }[]) => new Set(rows.map((row) => row.id));
  return {
    districts: ids(await tx.district.findMany(id)),
    categories: ids(await tx.category.findMany(id)),
    places: new Set(
      (await tx.place.findMany({ select: { name: true } })).map(({ name }) => folded(name)),
    ),
    rounds: ids(
      await tx.outreachRound.findMany({
        where: { id: { in: rounds.filter((one) => one !== null) } },
        ...id,
      }),
    ),
  };
}

interface Read {
  sent: unknown;
  parsed: ReturnType<typeof contactSchema.safeParse>;
}

function judge({ sent, parsed }: Read, today: string, known: Known): Judged {
  if (parsed.success) {
    const wrong = problemOf(parsed.data, today, known);
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

/** Why a contact cannot be kept; null when it can. */
function problemOf(contact: ContactInput, today: string, known: Known): Refused | null {
  const { day, districtId, topicIds, roundId } = contact;
  if (day > today) return refused('outreach-contacts.refused.ahead', {}, 'day');
  if (day < plusDays(today, -DAYS_BACK))
    return refused('outreach-contacts.refused.longAgo', { days: DAYS_BACK }, 'day');
  if (!known.districts.has(districtId)) return refused('form.error.choose', {}, 'districtId');
  if (topicIds.some((id) => !known.categories.has(id)))
    return refused('form.error.choose', {}, 'topicIds');
  if (roundId !== null && !known.rounds.has(roundId))
    return refused('outreach-contacts.refused.round', {}, 'roundId');
  const numbers = countProblem(contact);
  return numbers ? refused(numbers.code, {}, numbers.field) : traceProblem(contact, known);
}

function traceProblem({ place, note, noName }: ContactInput, known: Known): Refused | null {
  const isOfSettings = known.places.has(folded(place));
  for (const [field, text] of [
    ['place', isOfSettings ? '' : place],
    ['note', note],
  ] as const) {
    const trace = traceOf(text) ?? (noName ? null : nameIn(text));
    // messages: outreach-contacts.trace.*
    if (trace)
      return refused(`outreach-contacts.trace.${trace.kind}`, { words: trace.words }, field);
  }
  return null;
}

function columnsOf({ id: _, noName: __, day, ...contact }: ContactInput) {
  return {
    ...contact,
    day: dayColumn(day),
    topicIds: [...new Set(contact.topicIds)],
    outcomes: [...new Set(contact.outcomes)],
  };
}
