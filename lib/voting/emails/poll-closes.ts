import { localized } from '@/lib/core/paths';
import { longDateTime } from '@/lib/i18n/dates';
import { sentence } from '@/lib/i18n/sentence';
import type { MailContent } from '@/lib/mail/content';
import { votingPaths } from '../paths';
import type { ClosingPoll } from '../tell/reminders/types';

/** A poll closes soon; the same for everybody, whether or not they have voted. */
export async function pollClosesMail(locale: string, poll: ClosingPoll): Promise<MailContent> {
  const when = longDateTime(poll.closesAt, locale, poll.timeZone);
  const { question, number } = poll;
  return {
    subject: await sentence(locale, 'reminders.mail.subject', { question, when }),
    hello: await sentence(locale, 'reminders.mail.hello'),
    paragraphs: [
      await sentence(locale, 'reminders.mail.text', { question, when }),
      await sentence(locale, 'reminders.mail.done'),
    ],
    link: {
      label: await sentence(locale, 'reminders.mail.link'),
      path: localized(locale, votingPaths.poll(number)),
    },
  };
}

/** The same for the office's call list, which is in German. */
export async function pollClosesCall(poll: ClosingPoll): Promise<MailContent> {
  const when = longDateTime(poll.closesAt, 'de', poll.timeZone);
  const { question, number } = poll;
  return {
    subject: await sentence('de', 'reminders.mail.subject', { question, when }),
    paragraphs: [await sentence('de', 'reminders.call', { question, when })],
    desk: votingPaths.poll(number),
  };
}
