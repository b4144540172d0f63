import { defineProgramAction } from '@/lib/accounts/program-action';
import { ok } from '@/lib/core/result';
import { OUTREACH_RIGHTS } from '@/lib/outreach/access';
import { recordContacts } from '@/lib/outreach/contacts/commands';
import { recordContactsSchema } from '@/lib/outreach/contacts/schema';

export const dynamic = 'force-dynamic';

/**
 * Contacts that were entered elsewhere, each answered for itself under the id it was sent with:
 * `{ answers: [{ id, answer, field?, sentence? }] }`. A sentence with one that is stored says that it counts no more.
 */
export const POST = defineProgramAction({
  name: 'record-contacts',
  right: OUTREACH_RIGHTS.contacts,
  schema: recordContactsSchema,
  run: async (who, input, say) => {
    const recorded = await recordContacts(who, input);
    if (!recorded.ok) return recorded;
    const answers = recorded.value.map(async (one) => {
      if (one.answer !== 'refused') {
        const sentence = one.countsNoMore ? await say('outreach-contacts.late', {}) : undefined;
        return { id: one.id, answer: one.answer, sentence };
      }
      const { id, answer, code, params, field } = one;
      // messages: outreach-contacts.refused.* outreach-contacts.trace.* form.error.*
      return { id, answer, field, sentence: await say(code, params) };
    });
    return ok({ answers: await Promise.all(answers) });
  },
});

/** There is nothing to read here, for anybody. */
export const GET = () => new Response(null, { status: 404 });
