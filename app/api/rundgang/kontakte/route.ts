import { defineProgramAction } from '@/lib/accounts/program-action';
import { ok, refused } from '@/lib/core/result';
import { splitKey } from '@/lib/core/text';
import { OUTREACH_RIGHTS } from '@/lib/outreach/access';
import { recordContacts } from '@/lib/outreach/contacts/commands';
import { cardOf } from '@/lib/outreach/contacts/rules';
import { recordContactsSchema } from '@/lib/outreach/contacts/schema';
import { proposeSent } from '@/lib/outreach/proposing/commands';
import { enterIdeaCard } from '@/lib/proposals/intake/commands';
import { TITLE_MAX } from '@/lib/proposals/intake/rules';
import { ideaCardSchema } from '@/lib/proposals/intake/schema';

export const dynamic = 'force-dynamic';

/**
 * Contacts that were entered elsewhere, each answered for itself under the id it was sent with:
 * `{ answers: [{ id, answer, field?, sentence? }] }`. A sentence with one that is stored says that it counts no more.
 * Of one that is sent with `asProposal` its note becomes a proposal without a name, and is kept nowhere else.
 */
export const POST = defineProgramAction({
  name: 'record-contacts',
  right: OUTREACH_RIGHTS.contacts,
  schema: recordContactsSchema,
  run: async (who, input, say) => {
    const proposed = await proposeSent(who, input, async (contact, codeFor) => {
      const card = ideaCardSchema.safeParse(cardOf(contact, TITLE_MAX));
      if (card.success) return enterIdeaCard(who, card.data, { locale: 'de', codeFor });
      const [issue] = card.error.issues;
      const [code, params] = splitKey(issue?.message ?? '');
      return refused(code, params, issue?.path[0]?.toString());
    });
    const recorded = await recordContacts(who, input, proposed);
    if (!recorded.ok) return recorded;
    const answers = recorded.value.map(async (one) => {
      if (one.answer !== 'refused') {
        const sentence = one.countsNoMore ? await say('outreach-contacts.late', {}) : undefined;
        return { id: one.id, answer: one.answer, sentence };
      }
      const { id, answer, code, params, field } = one;
      // messages: outreach-contacts.refused.* outreach-contacts.trace.* form.error.* proposals.error.*
      return { id, answer, field, sentence: await say(code, params) };
    });
    return ok({ answers: await Promise.all(answers) });
  },
});

/** There is nothing to read here, for anybody. */
export const GET = () => new Response(null, { status: 404 });
