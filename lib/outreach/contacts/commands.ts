import 'server-only';
import { command } from '@/lib/accounts/command';
import { dayColumn, dayOf } from '@/lib/core/day.mjs';
import type { Tx } from '@/lib/core/db';
import { AppError } from '@/lib/core/errors';
import { officeDate } from '@/lib/core/office-time';
import { ok, type Result, refused } from '@/lib/core/result';
import { CHANGED_MEANWHILE, takeVersion } from '@/lib/core/version';
import { OUTREACH_RIGHTS } from '../access';
import { isOfClosedQuarter } from '../rules';
import { type Judged, judge, problemOf, refusal } from './judging/steps';
import type {
  ChangeContactInput,
  ContactInput,
  DeleteContactInput,
  RecordContactsInput,
  SentContact,
} from './schema';
import { knownPlaces, storeContacts, storedBefore } from './steps';
import type { Proposed, Recorded } from './types';

// Nothing is written down of contacts, see `events.ts`.
const SPEC = { right: OUTREACH_RIGHTS.contacts, audit: [], tags: [] } as const;

const NONE_PROPOSED: Proposed = { made: new Set(), wrong: new Map() };

interface Recording {
  tx: Tx;
  at: Date;
}

/**
 * Takes contacts, each for itself: what is wrong with one keeps no other back. The same id again is the same contact
 * and changes nothing, whatever comes first and whatever is said of it now; one that was deleted stays deleted. Each is
 * answered under the id as it was sent.
 * @param proposed what became of those that were to be proposals; of one that is neither the note is kept
 */
export const recordContacts = command(
  SPEC,
  async (
    given,
    { contacts }: RecordContactsInput,
    proposed: Proposed = NONE_PROPOSED,
  ): Promise<Result<Recorded[]>> => ok(await record(given, contacts, proposed)),
);

/** Those sent whose notes are to be proposals, that can be stored and are not there yet; nothing is written. */
export const sortForProposals = command(
  SPEC,
  async ({ tx, at }, { contacts }: RecordContactsInput): Promise<Result<SentContact[]>> => {
    const known = await knownPlaces(tx);
    const wanted = contacts.flatMap((sent) => {
      const { contact } = judge(sent, officeDate(at), known);
      return contact?.asProposal ? [contact] : [];
    });
    const there = await storedBefore(
      tx,
      wanted.map(({ id }) => id),
    );
    return ok(wanted.filter(({ id }) => !there.has(id)));
  },
);

/**
 * Takes one, or says what is wrong with it; a form that was refused can be sent again. What it answers is kept beside
 * the form for two days, so it does not say which contact it was.
 */
export const recordContact = command(
  SPEC,
  async (given, contact: ContactInput): Promise<Result<null>> => {
    const [one] = await record(given, [contact], NONE_PROPOSED);
    if (one?.answer !== 'refused') return ok(null);
    // Of numbers those to tap are what somebody sees.
    return refused(one.code, one.params, one.field === 'contacts' ? 'tapped' : one.field);
  },
);

async function record(
  { tx, at }: Recording,
  contacts: readonly unknown[],
  { made, wrong: unproposed }: Proposed,
): Promise<Recorded[]> {
  const known = await knownPlaces(tx);
  const today = officeDate(at);
  const judged = contacts.map((sent): Judged => {
    const one = judge(sent, today, known);
    const why = one.contact && unproposed.get(one.contact.id);
    return why ? refusal(one.sentId, why) : one;
  });
  const good = judged.flatMap(({ contact }) => (contact ? [contact] : []));
  const { fresh, unwanted } = await storeContacts(
    tx,
    good.map((contact) => ({ id: contact.id, ...columnsOf(contact, made.has(contact.id)) })),
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

/** @param isProposed its words stand in a proposal, and nowhere else */
function columnsOf(sent: ContactInput & Partial<SentContact>, isProposed = false) {
  const { id: _, noName: __, asProposal: ___, claim: ____, day, ...contact } = sent;
  const came = isProposed ? (['PROPOSAL_CREATED'] as const) : [];
  return {
    ...contact,
    ...(isProposed ? { note: '' } : {}),
    day: dayColumn(day),
    topicIds: [...new Set(contact.topicIds)],
    outcomes: [...new Set([...contact.outcomes, ...came])],
  };
}
