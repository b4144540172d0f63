import { dayColumn } from '@/lib/core/day.mjs';
import { longDay } from '@/lib/i18n/dates';
import { AGE_BANDS, MOODS, OUTCOMES } from '../contacts/rules';
import type { RoundCase } from '../rounds/types';
import type { StatisticSay } from '../statistics/text';
import type { BlankPaper } from './rules';
import type { NoticeDay, RoundNotice, ShutDoor } from './types';

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

/** The letter for a shut door, in the shape of `shut.typ` but for the office and its address. @param say of rounds */
export function shutDoorOf(
  { date, next }: ShutDoor,
  { district, locale }: { district: string; locale: string },
  say: Say,
) {
  const title = say('paper.shut.title');
  return {
    ...{ title, subject: title, lang: 'de', overline: district },
    texts: [
      say('paper.shut.was', { day: longDay(dayColumn(date), locale) }),
      say('paper.shut.why'),
    ],
    next: say('paper.shut.next'),
    days: next.map((day) => `${day.place}: ${timeOf(day, say, locale)}`),
    none: say('paper.shut.none'),
    call: say('paper.shut.call'),
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
    when: `${round.stops.map(({ place }) => place).join(', ')}, ${at.district}, ${timeOf(round, say, 'de')}`,
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

const FACES = ['good', 'middle', 'bad'] as const;

/** The card for a shut door, in the shape of `door.typ`. @param say of rounds */
const cardOf = (say: Say) => ({
  text: say('paper.card.text'),
  lines: [say('paper.card.day'), say('paper.card.who'), say('paper.card.again')],
  note: say('paper.card.note'),
});

/** The card for an idea with its strip to tear off, in the shape of `idea.typ`. */
const ideaOf = (say: Say) => ({
  ...{ what: say('paper.idea.what'), place: say('paper.idea.place') },
  ...{ seen: say('paper.idea.seen'), give: say('paper.idea.give') },
  ...{ number: say('paper.idea.number'), written: say('paper.idea.written') },
  ask: say('paper.idea.ask'),
});

const field = (label: string, lines: number) => ({ label, value: [], lines });
const fields = (columns: number, ...those: object[]) => ({
  ...{ kind: 'fields', columns, fields: those },
});

/** The sheet with faces, for whoever reads little, in the shape of `form.typ`. */
function feedbackOf(say: Say) {
  // messages: outreach-rounds.paper.feedback.ask.* outreach-rounds.paper.feedback.face.*
  const options = FACES.map((mood) => ({ mood, label: say(`paper.feedback.face.${mood}`) }));
  const asked = ['welcome', 'clear', 'useful', 'again'].map((what) => ({
    ...{ kind: 'faces', label: say(`paper.feedback.ask.${what}`), options },
  }));
  return {
    blocks: [
      { kind: 'text', text: say('paper.feedback.lead') },
      fields(2, field(say('paper.feedback.what'), 1), field(say('paper.feedback.day'), 1)),
      ...asked,
      fields(1, field(say('paper.feedback.liked'), 4), field(say('paper.feedback.change'), 4)),
    ],
  };
}

/** What to keep to in a talk, and room for words without persons, in the shape of `form.typ`. */
function guideOf(say: Say, office: string) {
  // messages: outreach-rounds.paper.guide.ask.*
  const asked = ['life', 'good', 'missing', 'who'].map((what) =>
    field(say(`paper.guide.ask.${what}`), 2),
  );
  const ticks = (...items: string[]) => ({ kind: 'ticks', items });
  return {
    blocks: [
      { kind: 'heading', text: say('paper.guide.begin') },
      ticks(
        say('paper.guide.name', { office }),
        say('paper.guide.time'),
        say('paper.guide.noName'),
      ),
      { kind: 'heading', text: say('paper.guide.questions') },
      fields(1, ...asked),
      { kind: 'heading', text: say('paper.guide.end') },
      ticks(say('paper.guide.promise'), say('paper.guide.callBack'), say('paper.guide.give')),
      fields(1, field(say('paper.guide.notes'), 3)),
    ],
  };
}

const KEYS = { karte: 'card', idee: 'idea', feedback: 'feedback', leitfaden: 'guide' } as const;

/** A blank paper to take along, but for where the office is found. @param say of rounds */
export function blankOf(what: BlankPaper, office: string, say: Say) {
  const key = KEYS[what];
  // messages: outreach-rounds.paper.card.title outreach-rounds.paper.idea.title outreach-rounds.paper.feedback.title outreach-rounds.paper.guide.title
  const title = say(`paper.${key}.title`);
  const body = { karte: cardOf, idee: ideaOf, feedback: feedbackOf, leitfaden: guideOf }[what](
    say,
    office,
  );
  return {
    ...{ title, subject: title, author: office, overline: office, lang: 'de', ...body },
    foot: say('paper.foot', { page: '{page}', pages: '{pages}' }),
  };
}
