import 'server-only';
import { command } from '@/lib/accounts/command';
import { DAY_MS } from '@/lib/core/day.mjs';
import { officeDate } from '@/lib/core/office-time';
import { ok } from '@/lib/core/result';
import { sentence } from '@/lib/i18n/sentence';
import { putOnCallList } from '@/lib/mail/steps';
import { OUTREACH_RIGHTS } from '../access';
import type { CallBackInput } from '../contacts/schema';

/** The nightly sweep takes it the night after that: in the thirtieth at the latest. */
const CALL_BACK_DAYS = 29;

/**
 * Somebody who was met wants to be called. Name and number go onto the office’s call list and nowhere else: nothing
 * ties them to what was entered as a contact. They go when the call is made, and after thirty days at the latest.
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
      endsAt: new Date(at.getTime() + CALL_BACK_DAYS * DAY_MS),
      goesWhenDone: true,
    });
    await note('outreachCall.promised', officeDate(at));
    return ok(null);
  },
);
