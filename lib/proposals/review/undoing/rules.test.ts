import { expect, it } from 'vitest';
import type { ProposalState } from '../../types';
import { stateToGoBackTo } from './rules';

const AT = new Date('2026-11-30T10:00:00Z');
const ago = (hours: number) => new Date(AT.getTime() - hours * 3_600_000);
const came = (step: string, to: ProposalState, hours = 1) => ({ step, to, at: ago(hours) });

it.each([
  ['done from work', [came('start', 'IN_PROGRESS'), came('finish', 'DONE')], 'IN_PROGRESS'],
  [
    'done right after the answer',
    [came('recordStatement', 'STATEMENT_RECEIVED'), came('finish', 'DONE')],
    'STATEMENT_RECEIVED',
  ],
  ['recommended', [came('discuss', 'IN_FORUM', 90), came('adopt', 'ADOPTED')], 'IN_FORUM'],
  ['a day ago', [came('start', 'IN_PROGRESS', 90), came('finish', 'DONE', 24)], null],
  ['just in time', [came('start', 'IN_PROGRESS', 90), came('finish', 'DONE', 23.9)], 'IN_PROGRESS'],
  ['something else came', [came('adopt', 'ADOPTED'), came('handOver', 'HANDED_OVER')], null],
  [
    'taken out of another one again, where it was recommended long ago',
    [came('adopt', 'ADOPTED', 90), came('merge', 'MERGED', 2), came('separate', 'ADOPTED')],
    null,
  ],
  ['nothing known before', [came('finish', 'DONE')], null],
  ['nothing known', [], null],
])('%s', (_what, history, to) => {
  expect(stateToGoBackTo(history, AT)).toBe(to);
});
