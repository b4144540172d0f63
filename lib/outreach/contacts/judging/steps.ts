import { plusDays } from '@/lib/core/day.mjs';
import { folded } from '@/lib/core/folded';
import { type Refused, refused } from '@/lib/core/result';
import { splitKey } from '@/lib/core/text';
import { DAYS_BACK } from '../../rules';
import { traceIn } from '../../traces/rules';
import { countProblem, isWorded } from '../rules';
import { type ContactInput, type SentContact, sentContactSchema } from '../schema';
import type { Refusal } from '../types';

/** What was sent under an id, as it can be stored, or why it cannot. */
export interface Judged {
  sentId: string;
  contact?: SentContact;
  refusal?: Refusal;
}

/** What a contact may name. */
export interface Known {
  districts: ReadonlySet<string>;
  categories: ReadonlySet<string>;
  /** Folded names of places that stand in the settings: there everybody can read them. */
  places: ReadonlySet<string>;
}

/** Judges one for itself. @param today local date of the office */
export function judge(sent: unknown, today: string, known: Known): Judged {
  const { id } = Object(sent);
  const sentId = typeof id === 'string' ? id : '';
  const parsed = sentContactSchema.safeParse(sent);
  if (parsed.success) {
    const { asProposal, note } = parsed.data;
    const wrong =
      problemOf(parsed.data, { today, kept: '' }, known) ??
      (asProposal && !isWorded(note)
        ? refused('outreach-contacts.refused.noWords', {}, 'note')
        : null);
    return wrong ? refusal(sentId, wrong) : { sentId, contact: parsed.data };
  }
  const [issue] = parsed.error.issues;
  const [code, params] = splitKey(issue?.message ?? '');
  return refusal(sentId, refused(code, params, issue?.path[0]?.toString()));
}

export const refusal = (sentId: string, { code, params, field }: Refusal): Judged => ({
  sentId,
  refusal: { code, params, field },
});

interface Days {
  today: string;
  /** The day it has so far, when it is put right: it may stay there. */
  kept: string;
}

/** Why a contact cannot be kept; null when it can. */
export function problemOf(
  contact: ContactInput,
  { today, kept }: Days,
  known: Known,
): Refused | null {
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
