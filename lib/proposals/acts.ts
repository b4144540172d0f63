import type { Act, Acts } from '@/lib/cases/types';

const sentence = (state: string) => `proposals.sentence.${state}`;
const label = (state: string) => `proposals.state.${state}`;

const step = (to: string, more = '') =>
  `EXISTS (SELECT FROM proposal_steps s WHERE s.proposal_id = t.id AND s."to" = '${to}'${more && ` AND ${more}`})`;
const handover = (more: string) =>
  `EXISTS (SELECT FROM handovers h WHERE h.proposal_id = t.id AND h.closed_at IS NULL AND ${more})`;
const met = `s.by = 'forum' AND EXISTS (SELECT FROM forum_sessions f WHERE f.id = s.session_id
  AND f.state IN ('RUNNING', 'HELD', 'MINUTES_DRAFT', 'MINUTES_APPROVED'))
  AND EXISTS (SELECT FROM agenda_proposals l JOIN agenda_items i ON i.id = l.agenda_item_id
    WHERE l.proposal_id = t.id AND i.session_id = s.session_id)`;
const poll = "EXISTS (SELECT FROM polls p WHERE p.proposal_id = t.id AND p.state <> 'DRAFT')";
const sent = handover(
  'h.sent_at IS NOT NULL AND h.sent_how IS NOT NULL AND NOT EXISTS (SELECT FROM outgoing_mails m WHERE m.id = h.mail_id AND m.sent_at IS NULL)',
);

/** Puts one proposal into a state without what belongs to it. */
const pretend = (state: string, lacking: string, more = '') =>
  `UPDATE proposals SET state = '${state}'${more} WHERE id = (
    SELECT t.id FROM proposals t WHERE t.state NOT IN ('${state}', 'ADOPTED', 'DONE') AND NOT (${lacking}) LIMIT 1)`;

/** Said of every proposal in a state. */
const ofState = (state: string, proof: string, refusedBy?: string): Act => ({
  of: [sentence(state), label(state)],
  said: `proposals t WHERE t.state = '${state}'`,
  proof,
  lie: pretend(state, proof),
  ...(refusedBy ? { refusedBy } : {}),
});

/** Said of a state unless all that is known is that the office entered it. */
const byForum = (state: string): Act => ({
  of: [sentence(state), label(state)],
  said: `proposals t WHERE t.state = '${state}' AND ${step(state, "s.by = 'forum'")}`,
  proof: step(state, met),
  lie: `INSERT INTO proposal_steps (id, proposal_id, "to", at, by, session_id)
    SELECT gen_random_uuid(), t.id, '${state}', now(), 'forum', f.id FROM proposals t, forum_sessions f
    WHERE f.state = 'MINUTES_APPROVED' AND NOT EXISTS (SELECT FROM agenda_proposals l JOIN agenda_items i
      ON i.id = l.agenda_item_id WHERE l.proposal_id = t.id AND i.session_id = f.id) LIMIT 1`,
  refusedBy: 'it was not on the agenda',
});

const withBody = (isSent: boolean): string =>
  `proposals t WHERE t.state = 'HANDED_OVER' AND ${handover(`h.sent_at IS ${isSent ? 'NOT ' : ''}NULL`)}`;

/** A question to a body about a proposal nobody was asked about yet. */
const ask = (columns: string, values: string) =>
  `INSERT INTO handovers (id, proposal_id, partner_id, question, ${columns})
   SELECT gen_random_uuid(), p.id, b.id, 'x', ${values} FROM partners b, proposals p
   WHERE p.state = 'HANDED_OVER' LIMIT 1`;
/** As if a mail had brought it that has not left. */
const notLeft = `INSERT INTO outgoing_mails (id, recipient, subject, text, created_at)
  VALUES ('00000000-0000-7000-8000-000000000001', 'x', 'x', 'x', now());
  UPDATE handovers SET closed_at = now() WHERE closed_at IS NULL; ${ask(
    'sent_at, sent_how, answer_due_at, mail_id',
    "now(), 'PROGRAM', '2000-01-01', '00000000-0000-7000-8000-000000000001'",
  )}`;

const handedOver: readonly Act[] = [
  {
    of: [sentence('HANDED_OVER'), label('HANDED_OVER')],
    said: withBody(false),
    proof: handover('h.recorded_at IS NOT NULL'),
    lie: 'UPDATE handovers SET recorded_at = NULL',
    refusedBy:
      'null value in column "recorded_at" of relation "handovers" violates not-null constraint',
  },
  {
    of: [sentence('ASKED')],
    said: withBody(true),
    proof: sent,
    lie: ask('sent_at', 'now()'),
    refusedBy: 'handovers_sent_somehow',
  },
  {
    of: [sentence('OVERDUE')],
    said: `proposals t WHERE t.state = 'HANDED_OVER' AND ${handover('h.sent_at IS NOT NULL AND h.answer_due_at < now()')}`,
    proof: sent,
    lie: notLeft,
  },
];

const inVote: readonly Act[] = [
  {
    of: [sentence('IN_VOTE'), label('IN_VOTE')],
    said: "proposals t WHERE t.state = 'IN_VOTE' AND t.vote_closes_at > now()",
    proof: `${step('IN_VOTE', "s.by = 'poll'")} AND ${poll}`,
    lie: pretend('IN_VOTE', poll, ", vote_closes_at = now() + interval '1 day'"),
  },
  {
    of: [sentence('VOTE_OVER')],
    said: "proposals t WHERE t.state = 'IN_VOTE' AND t.vote_closes_at <= now()",
    proof: poll,
    lie: pretend('IN_VOTE', poll, ", vote_closes_at = now() - interval '1 day'"),
  },
];

const SAID_BY_FORUM = ['ADOPTED', 'DECLINED', 'ON_HOLD'];
const list = SAID_BY_FORUM.map((state) => `'${state}'`).join(', ');

const entered: Act = {
  of: [sentence('ENTERED'), ...SAID_BY_FORUM.map((state) => `proposals.entered.${state}`)],
  said: `proposals t WHERE t.state IN (${list}) AND NOT EXISTS (SELECT FROM proposal_steps s
    WHERE s.proposal_id = t.id AND s."to" = t.state AND s.by = 'forum')`,
  proof: 'EXISTS (SELECT FROM proposal_steps s WHERE s.proposal_id = t.id AND s."to" = t.state)',
  lie: pretend('ON_HOLD', step('ON_HOLD')),
};

/** What stands above words about how it ended. */
const OUTCOMES: readonly (readonly [of: string, said: string, proof: string])[] = [
  ['proposals.outcome.done', "t.result_note <> '' AND t.state = 'DONE'", step('DONE')],
  ['proposals.outcome.notFeasible', "t.state = 'NOT_FEASIBLE'", "t.reason_code <> ''"],
];

export const proposalsActs: Acts = {
  acts: [
    ofState('SUBMITTED', step('SUBMITTED')),
    ofState('UNDER_REVIEW', step('UNDER_REVIEW')),
    ofState('NEEDS_CLARIFICATION', "t.question <> ''", 'whoever is asked is told until when'),
    ofState('NOT_PUBLISHED', 't.published_at IS NULL'),
    ofState('PUBLISHED', 't.published_at IS NOT NULL'),
    ofState('MERGED', 't.merged_into_id IS NOT NULL'),
    ofState('IN_FORUM', step('IN_FORUM', "s.by = 'office'")),
    ...inVote,
    byForum('ADOPTED'),
    byForum('DECLINED'),
    byForum('ON_HOLD'),
    entered,
    ...handedOver,
    ofState('STATEMENT_RECEIVED', 'EXISTS (SELECT FROM statements a WHERE a.proposal_id = t.id)'),
    ofState('IN_PROGRESS', step('IN_PROGRESS')),
    ofState('DONE', `${step('DONE')} AND t.result_note <> ''`, 'proposals_done_needs_result'),
    ofState('NOT_FEASIBLE', "t.reason_code <> ''"),
    ofState('WITHDRAWN', step('WITHDRAWN')),
    ...OUTCOMES.map(([of, said, proof]) => ({
      ...{ of: [of], said: `proposals t WHERE ${said}`, proof },
      lie: of.endsWith('done')
        ? pretend('DONE', step('DONE'), ", result_note = 'x'")
        : pretend('NOT_FEASIBLE', proof),
    })),
  ],
  noAct: {
    'proposals.sentence.DRAFT': 'nothing was done yet',
    'proposals.state.DRAFT': 'nothing was done yet',
    'proposals.outcome.reason': 'names the reason the office gave, which stands beside it',
    'proposals.outcome.alternative': 'stands above words of the office',
    'proposals.outcome.notPublished': 'stands above words of the office',
    'proposals.outcome.DECLINED': 'stands above words of the office',
    'proposals.outcome.ON_HOLD': 'stands above words of the office',
    'proposals.statement.result.*': 'is what the row of the statement says, in words',
  },
};
