import type { Act, Acts } from '@/lib/cases/types';

const ASIDE = 'ALTER TABLE polls DISABLE TRIGGER USER; ';
const AGAIN = '; ALTER TABLE polls ENABLE TRIGGER USER; ';
const open = `(SELECT id FROM polls WHERE state = 'SCHEDULED' AND closes_at > now() LIMIT 1)`;
/** One with papers that nobody has counted. */
const one = `(SELECT id FROM polls WHERE state = 'SCHEDULED' AND 'PAPER' = ANY (channels) LIMIT 1)`;
const closed = `${ASIDE}UPDATE polls SET state = 'CLOSED', sealed_at = now(), question = 'over' WHERE id = ${one}${AGAIN}`;
const stopped = `EXISTS (SELECT FROM poll_stops s WHERE s.poll_id = t.id AND s.option_id IS NULL
  AND s.agreed AND s.reason = t.cancel_reason)`;
const BY_TWO = 'a second person has to agree';

const stops: readonly Act[] = [
  {
    of: [
      ...['voting.phase.cancelled', 'voting.page.cancelled', 'voting.page.cancelledBox'],
      ...['proposals-mail.pollCalledOff.subject', 'proposals-mail.pollCalledOff.text'],
    ],
    said: "polls t WHERE t.state = 'CANCELLED' AND t.sealed_at IS NULL",
    proof: `${stopped} AND NOT EXISTS (SELECT FROM ballots b WHERE b.poll_id = t.id)`,
    lie: `UPDATE polls SET state = 'CANCELLED', cancel_reason = 'x' WHERE id = ${open}`,
    refusedBy: BY_TWO,
  },
  {
    of: ['voting.phase.annulled', 'voting.page.annulled', 'voting.page.annulledBox'],
    said: "polls t WHERE t.state = 'CANCELLED' AND t.sealed_at IS NOT NULL",
    proof: stopped,
    lie: `${closed}UPDATE polls SET state = 'CANCELLED', cancel_reason = 'x' WHERE question = 'over'`,
    refusedBy: BY_TWO,
  },
];

const OVER = "('COUNTED', 'PUBLISHED', 'ARCHIVED')";
const counts: readonly Act[] = [
  {
    of: ['voting.phase.published', 'record.published'],
    said: "polls t WHERE t.state IN ('PUBLISHED', 'ARCHIVED')",
    proof: 't.counted_at IS NOT NULL AND t.result IS NOT NULL AND t.published_at IS NOT NULL',
    lie: `UPDATE polls SET state = 'PUBLISHED', published_at = now() WHERE id = ${one}`,
    refusedBy: 'a poll does not go back',
  },
  {
    of: ['voting.phase.counting', 'voting.page.counting', 'record.check.sealed'],
    said: "polls t WHERE t.state = 'CLOSED'",
    proof: 't.sealed_at IS NOT NULL AND t.closes_at <= now()',
    lie: `UPDATE polls SET state = 'CLOSED', sealed_at = now() WHERE id = ${open}`,
    refusedBy: 'this poll is not over',
  },
  {
    of: ['record.check.counted', 'record.check.machine', 'record.check.when'],
    said: `polls t WHERE t.state IN ${OVER}`,
    proof: `is_all_counted(t.id) AND NOT EXISTS (SELECT FROM count_sheets s WHERE s.poll_id = t.id
      AND NOT EXISTS (SELECT FROM count_sheets o WHERE o.poll_id = t.id AND o.channel = s.channel
        AND o.entry <> s.entry AND (o.entered_by_id IS DISTINCT FROM s.entered_by_id OR s.entered_by_id IS NULL)))`,
    lie: `${closed}UPDATE polls SET state = 'COUNTED', result = '{}' WHERE question = 'over'`,
    refusedBy: 'the numbers of this poll do not fit together',
  },
  {
    of: ['counting.stage.agreed', 'voting-result.turnout.spoiled'],
    said: 'count_sheets t WHERE t.agreed_at IS NOT NULL',
    proof: `EXISTS (SELECT FROM count_sheets o WHERE o.poll_id = t.poll_id AND o.channel = t.channel
      AND o.entry <> t.entry AND o.papers = t.papers AND o.spoiled = t.spoiled)`,
    lie: `${closed}INSERT INTO count_sheets (id, poll_id, channel, entry, papers, entered_at, agreed_at)
      SELECT gen_random_uuid(), id, 'PAPER', 1, '[]', now(), now() FROM polls WHERE question = 'over'`,
    refusedBy: 'what two people agreed on stays',
  },
];

const before: readonly Act[] = [
  {
    of: ['record.check.second'],
    said: "polls t WHERE t.state <> 'DRAFT' AND NOT t.is_test AND NOT t.checked_alone",
    // Names go a year after the count.
    proof: `t.checked_by_id IS NOT NULL AND t.checked_by_id IS DISTINCT FROM t.drafted_by_id
      OR coalesce(t.counted_at, t.cancelled_at) < now() - interval '11 months'`,
    lie: `${ASIDE}UPDATE polls SET checked_by_id = NULL, drafted_by_id = NULL WHERE id = ${one}${AGAIN}`,
  },
  {
    of: ['voting.facts.lot', 'voting-result.tie.order', 'record.lot.note'],
    said: "polls t WHERE t.state <> 'DRAFT'",
    proof: `t.frozen_rule IS NOT NULL AND NOT EXISTS (
      SELECT FROM jsonb_array_elements(t.frozen_rule -> 'options') o WHERE o -> 'lot' IS NULL)`,
    lie: `UPDATE polls SET frozen_rule = NULL WHERE id = ${one}`,
    refusedBy: 'the rule of this poll is frozen',
  },
];

export const votingActs: Acts = {
  acts: [...stops, ...counts, ...before],
  noAct: {
    'voting.phase.draft': 'says what was not done',
    'voting.phase.coming': 'follows from the clock',
    'voting.phase.open': 'follows from the clock',
    ...Object.fromEntries(
      ['none', 'first', 'firstMine', 'differs', 'too-many', 'full'].map((key) => [
        `counting.stage.${key}`,
        'is read from the sheets themselves while they are entered',
      ]),
    ),
    'record.result.*': 'names what the result beside it holds',
  },
};
