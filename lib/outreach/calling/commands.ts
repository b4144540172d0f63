import 'server-only';
import { command } from '@/lib/accounts/command';
import { officeDate } from '@/lib/core/office-time';
import { ok } from '@/lib/core/result';
import { sentence } from '@/lib/i18n/sentence';
import { putOnCallList } from '@/lib/mail/steps';
import { OUTREACH_RIGHTS } from '../access';
import type { CallBackInput } from '../contacts/schema';

/**
 * Somebody who was met wants to be called. Name and number go onto the office’s call list and nowhere else: nothing
 * ties them to what was entered as a contact.
 */
export const promiseCallBack = command(
  { right: OUTREACH_RIGHTS.contacts, audit: ['outreachCall.promised'], tags: [] },
  async ({ tx, at, note }, { person, phone, about }: CallBackInput) => {
    await putOnCallList(tx, {
      kind: 'PHONE',
      person,
      contact: phone,
      content: {
        subject: await sentence('de', 'outreach-contacts.call.subject'),
        paragraphs: [await sentence('de', 'outreach-contacts.call.promised')],
      },
      note: about,
    });
    await note('outreachCall.promised', officeDate(at));
    return ok(null);
  },
);
