import { defineProgramAction } from '@/lib/accounts/program-action';
import { ok } from '@/lib/core/result';
import { OUTREACH_RIGHTS } from '@/lib/outreach/access';
import { recordContacts } from '@/lib/outreach/contacts/commands';
import { recordContactsSchema } from '@/lib/outreach/contacts/schema';

export const dynamic = 'force-dynamic';

/** Contacts that were entered elsewhere, each answered for itself: `{ answers: [{ id, answer, field?, sentence? }] }`. */
export const POST = defineProgramAction({
  name: 'record-contacts',
  right: OUTREACH_RIGHTS.contacts,
  schema: recordContactsSchema,
  run: async (who, input, say) => {
    const recorded = await recordContacts(who, input);
    if (!recorded.ok) return recorded;
    const answers = recorded.value.map(async (one) => {
      if (one.answer !== 'refused') return one;
      const { id, answer, code, params, field } = one;
      // messages: outreach-contacts.refused.* outreach-contacts.trace.* form.error.*
      return { id, answer, field, sentence: await say(code, params) };
    });
    return ok({ answers: await Promise.all(answers) });
  },
});

/** There is nothing to read here, for anybody. */
export const GET = () => new Response(null, { status: 404 });
