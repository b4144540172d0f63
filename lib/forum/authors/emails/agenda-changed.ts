import { localized } from '@/lib/core/paths';
import { longDateTime } from '@/lib/i18n/dates';
import { sentence } from '@/lib/i18n/sentence';
import type { MailContent } from '@/lib/mail/content';
import type { Appointment } from '../../notices/types';
import { forumPaths } from '../../paths';
import type { AgendaChange, AgendaProposalOf } from '../types';

interface Changed {
  change: AgendaChange;
  /** As the office wrote it; may be empty. */
  reason: string;
  /** Without a date the old one means nothing. */
  hasDate: boolean;
  proposals: readonly AgendaProposalOf[];
}

/** What became of an agenda with somebody's proposals on it. Numbers only: their words may be a stranger's. */
export async function agendaChangedMail(
  locale: string,
  session: Appointment,
  { change, reason, hasDate, proposals }: Changed,
): Promise<MailContent> {
  const { number, title, place } = session;
  const when = longDateTime(session.startsAt, locale);
  const proposal = await proposalsIn(locale, proposals);
  // messages: forum-authors.*
  const say = (key: string) => sentence(locale, `forum-authors.${key}`, { title, when, proposal });
  const isThere = hasDate && (change === 'moved' || change === 'on');
  return {
    subject: await say(`${change}.subject`),
    hello: await sentence(locale, 'forum.mail.hello'),
    paragraphs: [
      await say(`${change}.text`),
      ...(isThere ? [await sentence(locale, 'forum.mail.when', { when, place })] : []),
      ...(reason === '' ? [] : [reason]),
      ...(change === 'moved' || change === 'on' ? [] : [await say('stays')]),
    ],
    ask: await sentence(locale, 'forum.mail.changed.more'),
    link: {
      label: await sentence(locale, 'forum.mail.changed.link'),
      path: localized(locale, forumPaths.forumSession(number)),
    },
    desk: forumPaths.teamForumAgenda(number),
  };
}

/** "Nr. 5", "Nr. 5 und Nr. 7 (gemeinsam mit Nr. 3)". */
async function proposalsIn(
  locale: string,
  proposals: readonly AgendaProposalOf[],
): Promise<string> {
  const names = await Promise.all(
    proposals.map(({ number, joinedTo }) =>
      joinedTo === null
        ? sentence(locale, 'proposals-mail.about.number', { number })
        : sentence(locale, 'proposals-mail.about.joined', { number, joinedTo }),
    ),
  );
  return new Intl.ListFormat(locale === 'en' ? 'en' : 'de').format(names);
}
