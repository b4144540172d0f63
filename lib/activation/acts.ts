import type { Act, Acts } from '@/lib/cases/types';

const label = (state: string) => `activation.state.${state}`;
const told = (state: string) => `activation.public.${state}`;
const tried = `EXISTS (SELECT FROM activation_trials r WHERE r.format_id = t.id AND r.reached IS NOT NULL)`;
const evaluated = `EXISTS (SELECT FROM activation_evaluations e WHERE e.format_id = t.id) AND ${tried}`;
const decided = 't.decided_at IS NOT NULL AND t.decided_by IS NOT NULL';
const DECIDED_BY_WHOM = 'activation_formats_are_decided';

/** Moves one format on, without what has to be there before. */
const move = (from: string, to: string, more = '') =>
  `UPDATE activation_formats SET state = '${to}'${more} WHERE id = (
    SELECT id FROM activation_formats WHERE state = '${from}' LIMIT 1)`;
/** A format that was evaluated and not decided. */
const open = `INSERT INTO activation_formats (id, name, short_description, goal, procedure, state, created_at)
    VALUES (gen_random_uuid(), 'over', 'x', 'x', 'x', 'CONCEPT', now());
  INSERT INTO activation_trials (id, format_id, day, district_id, ran_by, reached, proposal_numbers)
    SELECT gen_random_uuid(), f.id, '2026-01-01', d.id, 'OFFICE', 3, '{}' FROM activation_formats f, districts d
    WHERE f.name = 'over' LIMIT 1;
  INSERT INTO activation_evaluations SELECT id, 'NO', 'x', 'x', now() FROM activation_formats WHERE name = 'over';
  UPDATE activation_formats SET state = 'IN_TRIAL' WHERE name = 'over';
  UPDATE activation_formats SET state = 'EVALUATED' WHERE name = 'over'; `;
const decide = (state: string, more: string) =>
  `${open}UPDATE activation_formats SET state = '${state}'${more} WHERE name = 'over'`;

const formats: readonly Act[] = [
  {
    of: [label('IN_TRIAL'), 'activation.public.trying'],
    said: "activation_formats t WHERE t.state = 'IN_TRIAL'",
    proof: 'EXISTS (SELECT FROM activation_trials r WHERE r.format_id = t.id)',
    lie: `INSERT INTO activation_formats (id, name, short_description, goal, procedure, state, created_at)
      VALUES (gen_random_uuid(), 'over', 'x', 'x', 'x', 'CONCEPT', now());
      UPDATE activation_formats SET state = 'IN_TRIAL' WHERE name = 'over'`,
    refusedBy: 'nobody tries this format',
  },
  {
    of: [label('EVALUATED'), told('EVALUATED')],
    said: "activation_formats t WHERE t.state = 'EVALUATED'",
    proof: evaluated,
    lie: `DELETE FROM activation_evaluations; ${move('IN_TRIAL', 'EVALUATED')}`,
    refusedBy: 'what was evaluated stays',
  },
  {
    of: [label('ESTABLISHED'), told('ESTABLISHED')],
    said: "activation_formats t WHERE t.state = 'ESTABLISHED'",
    proof: `${decided} AND ${evaluated}`,
    lie: decide('ESTABLISHED', ''),
    refusedBy: DECIDED_BY_WHOM,
  },
  {
    of: [label('ADJUSTED'), told('ADJUSTED')],
    said: "activation_formats t WHERE t.state = 'ADJUSTED'",
    proof: `${decided} AND EXISTS (SELECT FROM activation_formats n WHERE n.follows_id = t.id)`,
    lie: decide('ADJUSTED', ", decided_at = now(), decided_by = 'OFFICE'"),
  },
  {
    of: [label('DISCARDED')],
    said: "activation_formats t WHERE t.state = 'DISCARDED'",
    proof: `${decided} AND t.reason <> ''`,
    lie: decide('DISCARDED', ''),
    refusedBy: DECIDED_BY_WHOM,
  },
  {
    // The list leaves out what nobody has tried: what was never done cannot be done no more.
    of: [told('DISCARDED')],
    said: `activation_formats t WHERE t.state = 'DISCARDED' AND t.published AND ${tried}`,
    proof: decided,
    lie: decide('DISCARDED', ", reason = 'x'"),
    refusedBy: DECIDED_BY_WHOM,
  },
];

const surveys: readonly Act[] = [
  {
    of: ['activation-surveys.phase.finished'],
    said: 'activation_surveys t WHERE t.finished',
    proof: 't.opened',
    lie: 'UPDATE activation_surveys SET finished = true, opened = false WHERE NOT finished',
    refusedBy: 'a survey that was answered or finished stays so',
  },
  {
    of: ['activation-surveys.phase.told'],
    said: 'activation_surveys t WHERE t.told_at IS NOT NULL',
    proof: "t.finished AND t.summary <> ''",
    lie: 'UPDATE activation_surveys SET told_at = now() WHERE NOT finished',
    refusedBy: 'activation_surveys_are_finished_before_told',
  },
];

const CLOCK = 'follows from the clock';

export const activationActs: Acts = {
  acts: [...formats, ...surveys],
  noAct: {
    [label('IDEA')]: 'nothing was done yet',
    [label('CONCEPT')]: 'nothing was done yet',
    'activation-evaluation.decision.*': 'what can be chosen',
    'activation-inviting.state.*': 'is read from the mails and calls themselves',
    'activation-surveys.phase.draft': 'nothing was done yet',
    'activation-surveys.phase.coming': CLOCK,
    'activation-surveys.phase.open': CLOCK,
    'activation-surveys.phase.over': CLOCK,
    'activation-surveys.result.*': 'names what stands below it',
  },
};
