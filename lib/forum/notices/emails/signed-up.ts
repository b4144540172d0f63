import { localized } from '@/lib/core/paths';
import { Secret } from '@/lib/core/secret';
import { secretSentence, sentence } from '@/lib/i18n/sentence';
import type { MailContent } from '@/lib/mail/content';
import { forumPaths } from '../../paths';
import type { Appointment } from '../types';
import { whenAndWhere } from './when';

interface SignedUp {
  session: Appointment;
  number: number;
  /** As shown, grouped. */
  shownCode: Secret;
  code: string;
  persons: number;
  /** Place in the queue, or null with a seat. */
  position: number | null;
}

/** Says that somebody is signed up or waits, and how to give the seat back. */
export async function signedUpMail(locale: string, data: SignedUp): Promise<MailContent> {
  const { session, number, shownCode, code, persons, position } = data;
  const say = (key: string, params: Record<string, string | number> = {}) =>
    sentence(locale, key, params);
  return {
    subject:
      position === null
        ? await say('forum.mail.signedUp.subject', { title: session.title })
        : await say('forum.mail.signedUp.subjectWaiting', { title: session.title }),
    hello: await say('forum.mail.hello'),
    paragraphs: [
      position === null
        ? await say('forum.mail.signedUp.seat', { title: session.title, persons })
        : await say('forum.mail.signedUp.waiting', { title: session.title, position }),
      await whenAndWhere(locale, session),
      await secretSentence(locale, 'forum.mail.signedUp.codes', { number, code: shownCode }),
      await say('forum.mail.signedUp.cancel'),
    ],
    link: {
      label: await say('forum.mail.signedUp.link'),
      path: new Secret(localized(locale, forumPaths.registration(code))),
    },
  };
}
