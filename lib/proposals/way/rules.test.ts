import { describe, expect, it } from 'vitest';
import { canUnpublish, pathOf, stepsFrom } from '../review/rules';
import { canBePolled, isPublic, isSupportable } from '../rules';
import type { ProposalState } from '../types';
import { canTake, fieldsOf, STEPS, type Step } from './rules';

const STATES: ProposalState[] = [
  'DRAFT',
  'SUBMITTED',
  'UNDER_REVIEW',
  'NEEDS_CLARIFICATION',
  'NOT_PUBLISHED',
  'PUBLISHED',
  'MERGED',
  'IN_FORUM',
  'IN_VOTE',
  'ADOPTED',
  'DECLINED',
  'ON_HOLD',
  'HANDED_OVER',
  'STATEMENT_RECEIVED',
  'IN_PROGRESS',
  'DONE',
  'NOT_FEASIBLE',
  'WITHDRAWN',
];

// Written down from the domain research, not from the table in the code.
const WAYS: [ProposalState, ProposalState][] = [
  ['PUBLISHED', 'UNDER_REVIEW'],
  ['NOT_PUBLISHED', 'UNDER_REVIEW'],
  ['SUBMITTED', 'UNDER_REVIEW'],
  ['UNDER_REVIEW', 'NEEDS_CLARIFICATION'],
  ['NEEDS_CLARIFICATION', 'UNDER_REVIEW'],
  ['UNDER_REVIEW', 'PUBLISHED'],
  // No answer came: asked again, or decided without one.
  ['NEEDS_CLARIFICATION', 'NEEDS_CLARIFICATION'],
  ['NEEDS_CLARIFICATION', 'PUBLISHED'],
  ['NEEDS_CLARIFICATION', 'NOT_PUBLISHED'],
  ['UNDER_REVIEW', 'NOT_PUBLISHED'],
  ['MERGED', 'UNDER_REVIEW'],
  ['PUBLISHED', 'IN_FORUM'],
  ['IN_FORUM', 'ADOPTED'],
  ['IN_VOTE', 'ADOPTED'],
  ['IN_FORUM', 'DECLINED'],
  ['IN_VOTE', 'DECLINED'],
  ['IN_FORUM', 'ON_HOLD'],
  ['IN_VOTE', 'ON_HOLD'],
  ['ADOPTED', 'HANDED_OVER'],
  ['HANDED_OVER', 'HANDED_OVER'],
  ['HANDED_OVER', 'STATEMENT_RECEIVED'],
  ['ADOPTED', 'IN_PROGRESS'],
  ['STATEMENT_RECEIVED', 'IN_PROGRESS'],
  ['IN_PROGRESS', 'DONE'],
  ['STATEMENT_RECEIVED', 'DONE'],
  ['STATEMENT_RECEIVED', 'NOT_FEASIBLE'],
  ['IN_PROGRESS', 'NOT_FEASIBLE'],
  ['NOT_FEASIBLE', 'PUBLISHED'],
  ['DECLINED', 'PUBLISHED'],
  ['ON_HOLD', 'PUBLISHED'],
  // Entered by mistake; the history says from where it came.
  ['DONE', 'IN_PROGRESS'],
  ['ADOPTED', 'IN_PROGRESS'],
  // Somebody brought it up in a session.
  ['PUBLISHED', 'ADOPTED'],
  ['PUBLISHED', 'DECLINED'],
  ['PUBLISHED', 'ON_HOLD'],
];
const CLOSED = [
  'DRAFT',
  'NOT_PUBLISHED',
  'MERGED',
  'DECLINED',
  'DONE',
  'NOT_FEASIBLE',
  'WITHDRAWN',
];
const open = STATES.filter((state) => !CLOSED.includes(state));
const allWays = new Set([
  ...WAYS.map((way) => way.join('>')),
  ...open.map((state) => `${state}>MERGED`),
  ...open.map((state) => `${state}>WITHDRAWN`),
]);

const steps = Object.keys(STEPS) as Step[];

describe('the table of steps', () => {
  it('has every way of the research and no other', () => {
    const ways = steps.flatMap((step) =>
      STATES.filter((from) => (STEPS[step].from as readonly string[]).includes(from)).map(
        (from) => `${from}>${STEPS[step].to}`,
      ),
    );
    expect(new Set(ways)).toEqual(allWays);
  });

  it('lets authors only answer and withdraw', () => {
    const theirs = steps.filter((step) => STATES.some((from) => canTake(step, from, 'author')));
    expect(theirs).toEqual(['answer', 'withdraw']);
  });

  it.each([
    ['publish', ['categoryId', 'place']],
    ['notPublish', ['moderationReason', 'help']],
    ['finish', ['resultNote']],
    ['giveUp', ['infeasibleReason', 'reasonText', 'alternative']],
    ['handOver', ['partnerId', 'question', 'dueOn']],
    ['send', ['sentHow']],
    ['askBack', ['question', 'dueOn']],
    ['merge', ['leadNumber', 'note']],
  ] as [Step, string[]][])('%s needs %j', (step, needed) => {
    const required = fieldsOf(step).filter((field) => field.required);
    expect(required.map((field) => field.name)).toEqual(needed);
  });
});

const AS_EVER = { isUnpublishable: false, isTakeBackable: false, wasBeforeForum: false };

describe('what the office can do', () => {
  it('writes down what the Forum said of a public one where a session had it before it', () => {
    const said = ['adopt', 'decline', 'hold'];
    const offered = (state: ProposalState, wasBeforeForum: boolean) =>
      stepsFrom(state, { ...AS_EVER, wasBeforeForum }).filter((step) => said.includes(step));
    expect(offered('PUBLISHED', false)).toEqual([]);
    expect(offered('PUBLISHED', true)).toEqual(said);
    expect(offered('IN_FORUM', false)).toEqual(said);
  });

  it('takes a new one into review on the way to a decision', () => {
    expect(pathOf('publish', 'SUBMITTED')).toEqual(['UNDER_REVIEW', 'PUBLISHED']);
    expect(pathOf('publish', 'UNDER_REVIEW')).toEqual(['PUBLISHED']);
    expect(pathOf('startReview', 'SUBMITTED')).toEqual(['UNDER_REVIEW']);
  });

  it.each([
    ['publish', 'PUBLISHED'],
    ['finish', 'ADOPTED'],
    ['recordStatement', 'ADOPTED'],
    ['withdraw', 'DONE'],
    ['merge', 'MERGED'],
    ['reopen', 'WITHDRAWN'],
  ] as [Step, ProposalState][])('cannot %s from %s', (step, from) => {
    expect(pathOf(step, from)).toEqual([]);
  });

  it('can ask the neighbours while the Forum decides, and how once it said yes', () => {
    expect(STATES.filter(canBePolled)).toEqual(['PUBLISHED', 'IN_FORUM', 'ADOPTED']);
  });

  it('offers publishing first while it is reviewed', () => {
    expect(stepsFrom('SUBMITTED', AS_EVER)[0]).toBe('publish');
    expect(stepsFrom('UNDER_REVIEW', AS_EVER)[0]).toBe('publish');
    const open = { ...AS_EVER, isUnpublishable: true, wasBeforeForum: true };
    expect(stepsFrom('DONE', open)).toEqual([]);
    expect(stepsFrom('DONE', { ...open, isTakeBackable: true })).toEqual(['takeBack']);
  });

  it('takes back what was published for a day, not longer', () => {
    const published = new Date('2026-11-22T10:00:00Z');
    const after = (hours: number) => new Date(published.getTime() + hours * 3_600_000);
    expect([0, 23.9, 24, 240].map((hours) => canUnpublish(published, after(hours)))).toEqual([
      true,
      true,
      false,
      false,
    ]);
    expect(canUnpublish(null, published)).toBe(false);
    expect(stepsFrom('PUBLISHED', { ...AS_EVER, isUnpublishable: true })).toContain('unpublish');
    expect(stepsFrom('PUBLISHED', AS_EVER)).not.toContain('unpublish');
  });
});

describe('who may read and support', () => {
  const published = new Date('2026-11-01T10:00:00Z');

  it.each(STATES)('%s is never public before it was published', (state) => {
    expect(isPublic(state, null)).toBe(false);
  });

  it('keeps everything of the review to author and office', () => {
    const hidden = STATES.filter((state) => !isPublic(state, published));
    expect(hidden).toEqual([
      'DRAFT',
      'SUBMITTED',
      'UNDER_REVIEW',
      'NEEDS_CLARIFICATION',
      'NOT_PUBLISHED',
    ]);
  });

  it('lets people support what is public and still open', () => {
    expect(STATES.filter(isSupportable)).toEqual([
      'PUBLISHED',
      'IN_FORUM',
      'IN_VOTE',
      'ADOPTED',
      'ON_HOLD',
      'HANDED_OVER',
      'STATEMENT_RECEIVED',
      'IN_PROGRESS',
    ]);
  });
});
