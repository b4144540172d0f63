import { dayColumn } from '@/lib/core/day.mjs';
import { longDay } from '@/lib/i18n/dates';
import { AGE_BANDS, MOODS, OUTCOMES } from '../contacts/rules';
import type { RoundCase } from '../rounds/types';
import type { StatisticSay } from '../statistics/text';
import type { NoticeDay, RoundNotice } from './types';

type Say = StatisticSay['own'];

const timeOf = ({ date, from, until }: NoticeDay, say: Say, locale: string): string =>
  say('paper.time', { day: longDay(dayColumn(date), locale), from, until });

/** The notice for a show-case, in the shape of `poster.typ` but for the office and its address. @param say of rounds */
export function noticeOf(
  { place, days: [next, ...others] }: RoundNotice,
  { district, locale }: { district: string; locale: string },
  say: Say,
) {
  const title = say('paper.notice.title');
  return {
    ...{ title, subject: title, lang: 'de', overline: district, size: 18 },
    until: next ? `${place}: ${timeOf(next, say, locale)}` : place,
    who: say('paper.notice.who'),
    ways: [...others.map((day) => timeOf(day, say, locale)), say('paper.notice.nothing')],
    note: say('paper.notice.note'),
  };
}

interface TallyOf {
  district: string;
  /** Names of all topics that can be chosen. */
  topics: readonly string[];
  office: string;
}

/** The list for strokes, in the shape of `tally.typ`. @param words as of the statistic, with its own those of rounds */
export function tallyOf(round: RoundCase, at: TallyOf, words: StatisticSay) {
  const { own: say, contacts } = words;
  const title = say('paper.tally.title');
  const group = (name: string, labels: readonly string[]) =>
    labels.map((label, index) => ({ label, group: index === 0 ? name : '' }));
  // messages: outreach-contacts.age.* outreach-contacts.mood.* outreach-contacts.outcome.*
  return {
    ...{ title, subject: title, author: at.office, lang: 'de', overline: at.office },
    when: `${round.place}, ${at.district}, ${timeOf(round, say, 'de')}`,
    how: say('paper.tally.how'),
    columns: [
      ...[say('paper.tally.group'), say('paper.tally.what')],
      ...[say('paper.tally.strokes'), say('paper.tally.sum')],
    ],
    rows: [
      ...group(say('paper.tally.people'), [
        ...[contacts('field.contacts'), contacts('field.firstContacts')],
        contacts('field.notMet'),
      ]),
      ...group(
        say('paper.tally.ages'),
        AGE_BANDS.map((band) => contacts(`age.${band}`)),
      ),
      ...group(say('paper.tally.topics'), at.topics),
      ...group(
        say('paper.tally.moods'),
        MOODS.map((mood) => contacts(`mood.${mood}`)),
      ),
      ...group(
        say('paper.tally.outcomes'),
        OUTCOMES.map((outcome) => contacts(`outcome.${outcome}`)),
      ),
    ],
    note: say('paper.tally.note'),
    foot: say('paper.foot', { page: '{page}', pages: '{pages}' }),
  };
}
