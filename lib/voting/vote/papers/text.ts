import { fillKey } from '@/lib/elections/explained/methods';
import type { PollOptionView } from '@/lib/elections/results/types';
import { longDateTime } from '@/lib/i18n/dates';
import { euros } from '@/lib/i18n/money';
import type { Say } from '../../tell/records/details';
import type { PollView } from '../../types';
import { MARKS, type Printout, stripsOnSheet } from './rules';

export interface PaperWords {
  /** A sentence with its namespace. */
  sayAny: Say;
  locale: string;
}

const SIZES = { a4: 'normal', a5: 'small', gross: 'large' } as const;

/** A ballot on paper for `lib/print/templates/ballot.typ`; it carries no code and no name. */
// messages: voting-methods.name.* voting-methods.fill.*
export function ballotPaper(
  poll: PollView,
  withdrawn: readonly string[],
  paper: Exclude<Printout, 'umschlag' | 'aushang'>,
  { sayAny, locale }: PaperWords,
) {
  const { rule, number, closesAt } = poll;
  const how = {
    max: rule.maxChoices,
    total: rule.pointsTotal ?? 0,
    each: rule.pointsPerOption ?? 0,
  };
  return {
    title: rule.question,
    subject: '',
    lang: 'de',
    size: SIZES[paper],
    mark: MARKS[rule.method],
    overline: sayAny('voting-print.ballot.overline', {
      number,
      method: sayAny(`voting-methods.name.${rule.method}`),
      when: longDateTime(closesAt, locale),
    }),
    how: `${sayAny(`voting-methods.fill.${fillKey(rule)}`, how)} ${sayAny('voting-methods.fill.abstain')}`,
    options: rule.options.map((option) => optionOf(option, withdrawn, { sayAny, locale })),
    abstain: sayAny('voting-print.ballot.abstain'),
    foot: sayAny('voting-print.ballot.noCode'),
  };
}

function optionOf(
  { id, label, note, costCents }: PollOptionView,
  withdrawn: readonly string[],
  { sayAny, locale }: PaperWords,
) {
  const isGone = withdrawn.includes(id);
  return {
    label,
    price: costCents === null ? '' : euros(costCents, locale),
    note: isGone ? sayAny('voting-print.ballot.withdrawn') : note,
    withdrawn: isGone,
  };
}

/** Strips for the outer envelope, for `lib/print/templates/strips.typ`. */
export function envelopeStrips({ rule, number }: PollView, { sayAny }: PaperWords) {
  return {
    title: sayAny('voting-print.name.umschlag'),
    subject: rule.question,
    lang: 'de',
    heading: sayAny('voting-print.strip.title', { number }),
    question: rule.question,
    lines: [
      sayAny('voting-print.strip.card'),
      ...(rule.districtId ? [sayAny('voting-print.strip.district')] : []),
    ],
    age: sayAny('voting-print.strip.age', { age: rule.minAge }),
    apart: sayAny('voting-print.strip.apart'),
    count: stripsOnSheet(rule),
  };
}

interface NoticePlace {
  office: { name: string; address: string; phone: string };
  /** Short address of the poll's page, as it is typed. */
  address: string;
}

/** A notice for the door, for `lib/print/templates/poster.typ`. */
// messages: voting-print.poster.way.*
export function pollNotice(
  { rule, closesAt }: PollView,
  { office, address }: NoticePlace,
  { sayAny, locale }: PaperWords,
) {
  const ways = rule.channels.filter((channel) => channel !== 'PHONE' || office.phone !== '');
  const age = rule.minAge;
  return {
    title: rule.question,
    subject: '',
    lang: 'de',
    overline: sayAny('voting-print.poster.overline'),
    until: sayAny('voting-print.poster.until', { when: longDateTime(closesAt, locale) }),
    who: [
      rule.districtName
        ? sayAny('voting-print.poster.who', { age, district: rule.districtName })
        : sayAny('voting-print.poster.whoEverywhere', { age }),
      ...(rule.needsForumRight ? [sayAny('voting.facts.whoForum')] : []),
      ...(rule.cardBatch ? [sayAny('voting.facts.whoCards')] : []),
    ].join(' '),
    ways: ways.map((way) =>
      sayAny(`voting-print.poster.way.${way}`, { address, phone: office.phone }),
    ),
    office,
    address,
    note: sayAny('voting-print.poster.note'),
  };
}
