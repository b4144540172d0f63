import { localized } from '@/lib/core/paths';
import { sentence } from '@/lib/i18n/sentence';
import type { MailContent } from '@/lib/mail/content';
import { votingPaths } from '../paths';
import type { StoppedPoll } from '../stop/types';

/** A poll came to nothing, and why; the same for everybody, whether or not they have voted. */
export async function pollStoppedMail(locale: string, poll: StoppedPoll): Promise<MailContent> {
  const { question, number, reason, phase } = poll;
  // messages: reminders.stopped.cancelled.* reminders.stopped.annulled.*
  const say = (key: string) => sentence(locale, `reminders.stopped.${phase}.${key}`, { question });
  return {
    subject: await say('subject'),
    hello: await sentence(locale, 'reminders.mail.hello'),
    paragraphs: [
      await say('text'),
      reason,
      await say('box'),
      await sentence(locale, 'reminders.stopped.all'),
    ],
    link: {
      label: await sentence(locale, 'reminders.mail.link'),
      path: localized(locale, votingPaths.poll(number)),
    },
  };
}

/** The same for the office's call list, which is in German. */
export async function pollStoppedCall(poll: StoppedPoll): Promise<MailContent> {
  const { question, number, reason, phase } = poll;
  // messages: reminders.stopped.cancelled.* reminders.stopped.annulled.*
  const say = (key: string) => sentence('de', `reminders.stopped.${phase}.${key}`, { question });
  return {
    subject: await say('subject'),
    paragraphs: [await say('text'), reason, await sentence('de', 'reminders.stopped.call')],
    desk: votingPaths.poll(number),
  };
}
