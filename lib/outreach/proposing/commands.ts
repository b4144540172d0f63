import 'server-only';
import { command, reading } from '@/lib/accounts/command';
import { now } from '@/lib/core/clock';
import { DAY_MS } from '@/lib/core/day.mjs';
import {
  db,
  isSpent,
  isSpentElsewhere,
  SENT_BEFORE,
  type SubmittedForm,
  submittedForm,
} from '@/lib/core/db';
import { AppError } from '@/lib/core/errors';
import { ok, type Result, refused, refusedAnew } from '@/lib/core/result';
import { newCode } from '@/lib/core/tokens';
import { takeVersion } from '@/lib/core/version';
import { OUTREACH_RIGHTS } from '../access';
import { sortForProposals } from '../contacts/commands';
import type { RecordContactsInput, SentContact } from '../contacts/schema';
import type { Proposed, Refusal } from '../contacts/types';
import { DAYS_BACK } from '../rules';

// Nothing is written down of contacts, see `events.ts`.
const SPEC = { right: OUTREACH_RIGHTS.contacts, audit: [], tags: [] } as const;

/**
 * A proposal is made of a contact as a page showed it: of two who do so at once, and from a page that was left open,
 * one. Sent again from the same form it is the same; the answer of that lies under a key of its own, from which nothing
 * leads to the form.
 * @param version the one the page showed
 */
export const takeForProposal = command(
  {
    ...SPEC,
    around: async (act, _actor, { id, version }) => {
      const form = submittedForm.getStore();
      if (!form) return act();
      if (await isSpentElsewhere(form)) {
        form.spent = true;
        return refused(SENT_BEFORE);
      }
      // What is typed into the proposal may still be put right with the same form.
      const token = `${form.token}.contact`;
      const taken = await submittedForm.run({ ...form, token, content: '' }, act);
      return taken.ok && (await isOthersSince(form, id, version)) ? refusedAnew(ALREADY) : taken;
    },
  },
  async ({ tx }, { id, version }: { id: string; version: number }): Promise<Result<null>> => {
    const late = await takeVersion(tx.outreachContact, id, version);
    if (!late) return ok(null);
    const kept = await tx.outreachContact.findUnique({ where: { id }, select: NOTED });
    if (!kept) throw new AppError('NOT_FOUND');
    return isProposal(kept) ? refusedAnew(ALREADY) : late;
  },
);

const NOTED = { note: true, outcomes: true } as const;
const ALREADY = 'outreach-contacts.refused.alreadyProposal';

const isProposal = ({ note, outcomes }: { note: string; outcomes: readonly string[] }) =>
  note === '' && outcomes.includes('PROPOSAL_CREATED');

/**
 * What a form gave before says nothing of what came since: its own proposal may never have come to be, and another one
 * of the same talk stands there. Whether its own does is asked last, so that it is not taken for another's.
 */
async function isOthersSince(form: SubmittedForm, id: string, seen: number): Promise<boolean> {
  const select = { ...NOTED, version: true } as const;
  const kept = await db.outreachContact.findUnique({ where: { id }, select });
  if (!kept || kept.version === seen + 1 || !isProposal(kept)) return false;
  return !(await isSpent(form));
}

/**
 * Its words are a proposal now, and stand there; that one came of it stays with the numbers, once. A write of its own:
 * both in one would have the same writer in the storage, which would lead from the one to the other.
 */
export const becameProposal = command(
  { ...SPEC, around: (act) => submittedForm.exit(act) },
  async ({ tx }, { id }: { id: string }): Promise<Result<null>> => {
    const written = { note: '', version: { increment: 1 } };
    const told = await tx.outreachContact.updateMany({
      where: { id, NOT: { outcomes: { has: 'PROPOSAL_CREATED' } } },
      data: { ...written, outcomes: { push: 'PROPOSAL_CREATED' } },
    });
    if (told.count === 0)
      await tx.outreachContact.updateMany({ where: { id, note: { not: '' } }, data: written });
    return ok(null);
  },
);

/** Makes a proposal of a contact's words. */
type Enter = (
  contact: SentContact,
  codeFor: (purpose: string, characters: number) => string,
) => Promise<Result<unknown>>;

/**
 * Of each contact that asks for it and is not there yet a proposal is made, before the contact is stored: so its note
 * never lies beside its numbers, and a contact that is there has its proposal. Each is a write of its own, as on the page
 * of one contact. A note is claimed like a form that is sent twice, for as long as a device may send it: whatever was lost
 * behind it, it is one proposal. Nobody gets the proposal's code, so that is made of nothing. The right is asked for here;
 * what is written the commands it calls write.
 */
export const proposeSent = reading(
  OUTREACH_RIGHTS.contacts,
  async (who, input: RecordContactsInput, enter: Enter): Promise<Proposed> => {
    const made = new Set<string>();
    const wrong = new Map<string, Refusal>();
    // Most often none asks for one.
    if (!input.contacts.some((sent) => Boolean(Object(sent).asProposal))) return { made, wrong };
    const wanted = await sortForProposals(who, input);
    for (const contact of wanted.ok ? wanted.value : []) {
      const entered = await enterOnce(claimOf(contact, now()), contact, enter);
      if (entered.ok) made.add(contact.id);
      else wrong.set(contact.id, { ...entered, field: FIELDS[entered.field ?? ''] ?? 'note' });
    }
    return { made, wrong };
  },
);

/** A claim that was made with a secret of before is one, too; of two at once the second waits for the first. */
const enterOnce = async (claim: SubmittedForm, contact: SentContact, enter: Enter) =>
  (await isSpent(claim)) ? ok(null) : submittedForm.run(claim, () => enter(contact, randomCode));

const randomCode = (_purpose: string, characters: number) => newCode(characters);

/**
 * The device's random word, which is stored nowhere here, and the note: from the contact nothing leads to the claim, and
 * other words of the same talk are another proposal. The day is that of the proposal, never that of the talk.
 */
function claimOf({ id, claim, note }: SentContact, at: Date): SubmittedForm {
  const form = { form: 'propose-sent-contact', content: '' };
  // Saved by a page that had no such word yet: whoever knows the id finds the claim, so it stays no longer than forms do.
  if (claim === '') return { ...form, token: `contact.${id}`, at };
  const lastSent = new Date(at.getTime() + DAYS_BACK * DAY_MS);
  return { ...form, token: `proposal.${claim}.${note}`, at: lastSent };
}

/** What a proposal is wrong with, as the contact calls it. */
const FIELDS: Readonly<Record<string, string>> = { districtId: 'districtId', place: 'place' };
