import { localized } from '@/lib/core/paths';
import { longDateTime } from '@/lib/i18n/dates';
import { sentence } from '@/lib/i18n/sentence';
import type { MailContent } from '@/lib/mail/content';
import { whenAndWhere } from '../../notices/emails/when';
import type { Appointment } from '../../notices/types';
import { forumPaths } from '../../paths';
import type { AgendaChange, AgendaProposalOf } from '../types';

interface Changed {
  change: AgendaChange;
  /** As the office wrote it; may be empty. */
  reason: string;
  proposals: readonly AgendaProposalOf[];
}

/** What became of an agenda with somebody's proposals on it. Numbers only: their words may be a stranger's. */
export async function agendaChangedMail(
  locale: string,
  session: Appointment,
  { change, reason, proposals }: Changed,
): Promise<MailContent> {
  const { number, title } = session;
  const when = longDateTime(session.startsAt, locale);
  const proposal = await proposalsIn(locale, proposals);
  // messages: forum-authors.*
  const say = (key: string) => sentence(locale, `forum-authors.${key}`, { title, when, proposal });
  const isThere = change === 'moved' || change === 'on';
  return {
    subject: await say(`${change}.subject`),
    hello: await sentence(locale, 'forum.mail.hello'),
    paragraphs: [
      await say(`${change}.text`),
      ...(isThere ? [await whenAndWhere(locale, session)] : []),
      ...(reason === '' ? [] : [reason]),
      ...(isThere ? [] : [await say('stays')]),
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
