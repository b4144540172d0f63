import type { Act, Acts } from '@/lib/cases/types';

/** Nothing is written down of what is said not to have taken place. */
const nothingOfIt = `t.attended IS NULL AND t.minutes_state IN ('NONE', 'DRAFT')
  AND NOT EXISTS (SELECT FROM decisions d WHERE d.session_id = t.id)
  AND NOT EXISTS (SELECT FROM agenda_items a WHERE a.session_id = t.id AND a.record <> '')
  AND NOT EXISTS (SELECT FROM forum_tasks a WHERE a.session_id = t.id AND a.drop_reason = '')`;
const HAS_MET = 'the Forum has met';
const HANDED_OVER = 'the minutes are handed over';

const held = `(SELECT id FROM forum_sessions WHERE state = 'MINUTES_APPROVED' LIMIT 1)`;
const coming = `(SELECT id FROM forum_sessions WHERE starts_at > now() LIMIT 1)`;
const set = (what: string, which: string) =>
  `UPDATE forum_sessions SET ${what} WHERE id = ${which}`;

const calledOff = (state: 'CANCELLED' | 'POSTPONED', word: string, own: string): Act => ({
  of: [
    ...[`forum.status.${word}`, `forum.calledOff.${word}`, `forum.calledOff.${word}Text`],
    ...[`forum.numberState.${own}`, `profile.registrations.state.${own}`],
    `forum-office.step.state.${state}`,
  ],
  said: `forum_sessions t WHERE t.state = '${state}'`,
  proof: nothingOfIt,
  lie: set(`state = '${state}'`, held),
  refusedBy: HAS_MET,
});

const sessions: readonly Act[] = [
  calledOff('CANCELLED', 'cancelled', 'sessionCancelled'),
  calledOff('POSTPONED', 'postponed', 'sessionPostponed'),
  {
    of: ['forum-office.step.state.INVITED'],
    said: "forum_sessions t WHERE t.state = 'INVITED'",
    proof: 't.invitation_sent_at IS NOT NULL',
    lie: set("state = 'INVITED', invitation_sent_at = NULL", coming),
  },
  {
    of: ['HELD', 'MINUTES_DRAFT', 'MINUTES_APPROVED'].map(
      (state) => `forum-office.step.state.${state}`,
    ),
    said: "forum_sessions t WHERE t.state IN ('HELD', 'MINUTES_DRAFT', 'MINUTES_APPROVED')",
    proof: 't.starts_at <= now()',
    lie: set("state = 'HELD'", coming),
  },
  {
    of: ['forum.outcome.attended'],
    said: 'forum_sessions t WHERE t.attended IS NOT NULL',
    proof: "t.starts_at <= now() AND t.state NOT IN ('CANCELLED', 'POSTPONED')",
    lie: set('attended = 12', coming),
  },
];

const minutes = (state: string, ...more: string[]): string[] => [
  ...['forum.minutes.state', 'forum-office.minutes.state'].map((group) => `${group}.${state}`),
  ...more,
];

const minutesOf: readonly Act[] = [
  {
    of: minutes('SUBMITTED'),
    said: "forum_sessions t WHERE t.minutes_state = 'SUBMITTED'",
    proof: 't.minutes_asked_at IS NOT NULL AND t.attended IS NOT NULL',
    lie: set("minutes_state = 'SUBMITTED'", coming),
    refusedBy: HANDED_OVER,
  },
  {
    of: minutes('UNCONFIRMED', 'forum.minutes.unconfirmedSince'),
    said: "forum_sessions t WHERE t.minutes_state = 'UNCONFIRMED'",
    proof: 't.minutes_since IS NOT NULL AND t.attended IS NOT NULL',
    lie: set("minutes_state = 'UNCONFIRMED'", coming),
    refusedBy: HANDED_OVER,
  },
  {
    of: minutes('CONFIRMED', 'forum.minutes.confirmedOn'),
    said: "forum_sessions t WHERE t.minutes_state = 'CONFIRMED'",
    proof: 't.minutes_since IS NOT NULL AND t.attended IS NOT NULL',
    lie: set("minutes_state = 'CONFIRMED'", coming),
    refusedBy: HANDED_OVER,
  },
];

const RESULTS = { adopted: 't.yes > t.no', declined: 't.yes < t.no', tied: 't.yes = t.no' };
const stands = `EXISTS (SELECT FROM forum_sessions f WHERE f.id = t.session_id
  AND f.starts_at <= now() AND f.state NOT IN ('CANCELLED', 'POSTPONED'))`;
const decide = (result: string, where: string) =>
  `INSERT INTO decisions (id, session_id, agenda_no, text, yes, no, abstain, result)
   VALUES (gen_random_uuid(), ${where}, 1, 'x', 0, 0, 0, '${result}')`;

const decisions: readonly Act[] = [
  ...Object.entries(RESULTS).map(([result, votes]) => ({
    of: [`forum.result.${result}`],
    said: `decisions t WHERE t.result = '${result}'`,
    proof: `${votes} AND ${stands}`,
    lie: decide(result, held),
    refusedBy: 'decisions_result',
  })),
  {
    of: ['forum.result.deferred'],
    said: "decisions t WHERE t.result = 'deferred'",
    proof: stands,
    lie: `${set("state = 'CANCELLED'", coming)}; ${decide('deferred', coming)}`,
    refusedBy: 'the Forum has not met',
  },
];

const tasks: readonly Act[] = [
  ['taskDone', 't.done', "t.drop_reason = ''"] as const,
  ['taskDropped', "t.drop_reason <> ''", 'NOT t.done'] as const,
].map(([key, said, proof]) => ({
  of: [`forum.outcome.${key}`],
  ...{ said: `forum_tasks t WHERE ${said}`, proof },
  lie: "UPDATE forum_tasks SET done = true, drop_reason = 'x'",
  refusedBy: 'forum_tasks_done_or_dropped',
}));

const left = (by: 'guest' | 'office'): Act => ({
  of: ['CONFIRMED', 'WAITLISTED'].map((from) => `forum-seats.ended.${by}.${from}`),
  said: `registration_steps t WHERE t."to" = 'CANCELLED' AND t.by = '${by}'`,
  proof: `EXISTS (SELECT FROM registrations r WHERE r.id = t.registration_id AND r.state = 'CANCELLED')`,
  lie: `INSERT INTO registration_steps (id, registration_id, "to", at, by)
    SELECT gen_random_uuid(), id, 'CANCELLED', now(), '${by}' FROM registrations WHERE state <> 'CANCELLED'`,
});

const registrations: readonly Act[] = [
  {
    of: [
      ...['forum-office.registrations.state.CANCELLED', 'profile.registrations.state.CANCELLED'],
      ...['forum.numberState.cancelled', 'forum.own.cancelledTitle'],
    ],
    said: "registrations t WHERE t.state = 'CANCELLED'",
    proof: 't.cancelled_at IS NOT NULL',
    lie: "UPDATE registrations SET state = 'CANCELLED', cancelled_at = NULL",
  },
  {
    of: [
      ...['forum-office.registrations.state.CONFIRMED', 'profile.registrations.state.CONFIRMED'],
      ...['forum.numberState.confirmed', 'forum-seats.seatOf.CONFIRMED'],
      'forum.mail.changed.seat.CONFIRMED',
    ],
    said: "registrations t WHERE t.state = 'CONFIRMED'",
    proof: `(SELECT coalesce(sum(r.persons), 0) FROM registrations r WHERE r.session_id = t.session_id AND r.state = 'CONFIRMED')
      <= (SELECT coalesce(f.capacity, 100000) FROM forum_sessions f WHERE f.id = t.session_id)`,
    lie: 'UPDATE forum_sessions SET capacity = 1',
    refusedBy: 'registrations_within_capacity',
  },
  {
    of: ['forum-office.registrations.state.MOVED_UP', 'forum.own.movedUpText'],
    said: "registrations t WHERE t.state = 'CONFIRMED' AND t.moved_up_at IS NOT NULL",
    proof: `EXISTS (SELECT FROM registration_steps s WHERE s.registration_id = t.id
      AND s."to" = 'CONFIRMED' AND s.at = t.moved_up_at)`,
    lie: `UPDATE registrations SET moved_up_at = now() WHERE state = 'CONFIRMED'`,
  },
  left('guest'),
  left('office'),
];

const CLOCK = 'follows from the clock';
const WAITS = 'where somebody stands in the list, which nobody did';

export const forumActs: Acts = {
  acts: [...sessions, ...minutesOf, ...decisions, ...tasks, ...registrations],
  noAct: {
    ...Object.fromEntries(
      ['open', 'deadlinePassed', 'running', 'over'].map((key) => [`forum.status.${key}`, CLOCK]),
    ),
    'forum.numberState.over': CLOCK,
    'profile.registrations.state.over': CLOCK,
    'forum.numberState.waiting': WAITS,
    'forum-office.registrations.state.WAITLISTED': WAITS,
    'profile.registrations.state.WAITLISTED': WAITS,
    'forum-seats.seatOf.WAITLISTED': WAITS,
    'forum.mail.changed.seat.WAITLISTED': WAITS,
    'forum-seats.takenOff.*': 'is written while it is done',
    'forum-office.step.state.PLANNED': 'says what was not done',
    'forum-office.step.state.RUNNING': 'the office says so while it is so',
    'forum.minutes.state.NONE': 'says what was not done',
    'forum.minutes.state.DRAFT': 'nobody else reads a draft',
    'forum-office.minutes.state.NONE': 'says what was not done',
    'forum-office.minutes.state.DRAFT': 'nobody else reads a draft',
    'forum-office.result.*': 'names fields and buttons',
    ...Object.fromEntries(
      ['title', 'numbers', 'voting', 'decisions', 'decisionsIntro', 'votes', 'tasks', 'dueOn'].map(
        (key) => [`forum.outcome.${key}`, 'names what stands below it'],
      ),
    ),
    'forum.outcome.taskOpen': 'says what was not done',
  },
};
