import { describe, expect, it } from 'vitest';
import type { HistoryStep, ProposalState } from '../types';
import { arcLabel, bodyInSentence, progressSteps, readListPath, standingOf } from './rules';

function history(...states: ProposalState[]): HistoryStep[] {
  return states.map((to, day) => ({
    to,
    at: new Date(Date.UTC(2026, 0, day + 1, 12)),
    by: 'office',
    step: '',
    bodyName: '',
    note: '',
  }));
}

/** Lit ones in capitals, the current one in brackets. */
function drawn(...states: ProposalState[]): string {
  const state = states.at(-1) ?? 'SUBMITTED';
  return progressSteps(state, history(...states))
    .map(({ key, lit, current }) => {
      const word = lit ? key.toUpperCase() : key;
      return current ? `[${word}]` : word;
    })
    .join(' ');
}

describe('the candle arc', () => {
  it.each([
    [['SUBMITTED'], '[RECEIVED] published forum body done'],
    [['SUBMITTED', 'UNDER_REVIEW'], '[RECEIVED] published forum body done'],
    [['SUBMITTED', 'UNDER_REVIEW', 'PUBLISHED'], 'RECEIVED [PUBLISHED] forum body done'],
    [['SUBMITTED', 'PUBLISHED', 'IN_FORUM', 'IN_VOTE'], 'RECEIVED PUBLISHED [FORUM] body done'],
    [['SUBMITTED', 'PUBLISHED', 'ADOPTED', 'HANDED_OVER'], 'RECEIVED PUBLISHED FORUM [BODY] done'],
    [
      ['SUBMITTED', 'PUBLISHED', 'ADOPTED', 'HANDED_OVER', 'STATEMENT_RECEIVED', 'IN_PROGRESS'],
      'RECEIVED PUBLISHED FORUM BODY [WORK] done',
    ],
    [['SUBMITTED', 'PUBLISHED', 'ADOPTED', 'IN_PROGRESS'], 'RECEIVED PUBLISHED FORUM [WORK] done'],
    [
      ['SUBMITTED', 'PUBLISHED', 'ADOPTED', 'HANDED_OVER', 'STATEMENT_RECEIVED', 'DONE'],
      'RECEIVED PUBLISHED FORUM BODY [DONE]',
    ],
    [['SUBMITTED', 'PUBLISHED', 'IN_FORUM', 'DECLINED'], 'RECEIVED PUBLISHED FORUM [ended]'],
    [['SUBMITTED', 'UNDER_REVIEW', 'NOT_PUBLISHED'], 'RECEIVED [ended]'],
    [
      ['SUBMITTED', 'PUBLISHED', 'IN_FORUM', 'ON_HOLD', 'PUBLISHED'],
      'RECEIVED [PUBLISHED] forum body done',
    ],
  ] as [ProposalState[], string][])('%j', (states, lights) => {
    expect(drawn(...states)).toBe(lights);
  });

  it.each([
    ['forum', 'IN_FORUM', ['PUBLISHED', 'IN_FORUM'], 'office', true, 'planned'],
    ['forum', 'IN_VOTE', ['PUBLISHED', 'IN_VOTE'], 'poll', true, 'vote'],
    ['forum', 'ADOPTED', ['PUBLISHED', 'IN_FORUM', 'ADOPTED'], 'forum', true, 'forum'],
    ['forum', 'PUBLISHED', ['PUBLISHED'], 'office', true, 'forum'],
    ['body', 'HANDED_OVER', ['PUBLISHED', 'HANDED_OVER'], 'office', false, 'asking'],
    ['body', 'HANDED_OVER', ['PUBLISHED', 'HANDED_OVER'], 'office', true, 'body'],
    ['body', 'DONE', ['HANDED_OVER', 'DONE'], 'office', false, 'body'],
  ] as const)('%s in %s after %j by %s, asked %s, is called %s', (...row) => {
    const [key, state, states, by, isAsked, label] = row;
    const steps = history(...states).map((step, index) =>
      index === states.length - 1 ? { ...step, by } : step,
    );
    expect(arcLabel(key, { state, history: steps, isAsked })).toBe(label);
  });

  it('does not say that the Forum spoke where that was entered by mistake', () => {
    const [put, said, back] = history('IN_FORUM', 'ADOPTED', 'IN_FORUM');
    const steps = [put, { ...said, by: 'forum' }, { ...back, step: 'takeBack' }] as HistoryStep[];
    const label = (of: HistoryStep[]) =>
      arcLabel('forum', { state: 'IN_FORUM', history: of, isAsked: false });
    expect([label(steps.slice(0, 2)), label(steps)]).toEqual(['forum', 'planned']);
  });

  it('always has exactly one current light', () => {
    for (const state of ['MERGED', 'WITHDRAWN', 'NOT_FEASIBLE', 'ADOPTED'] as const) {
      const current = progressSteps(state, history('SUBMITTED', state)).filter(
        (light) => light.current,
      );
      expect(current).toHaveLength(1);
    }
  });
});

describe('where it stands', () => {
  const handovers = [
    {
      // Half past midnight in Berlin: the tenth there, still the ninth in Greenwich.
      sentAt: new Date('2026-11-09T23:30:00Z'),
      answerDueAt: new Date('2026-11-20T00:00:00Z'),
      partner: { name: 'Bauamt' },
    },
  ];
  const facts = {
    state: 'HANDED_OVER' as ProposalState,
    // A reminder came later; the body has had it since the handover.
    voteClosesAt: null,
    steps: [],
    stateSince: new Date('2026-11-15T12:00:00Z'),
    handovers,
  };

  it.each([
    ['ADOPTED', [{ to: 'ADOPTED', by: 'office' }], true],
    ['ADOPTED', [{ to: 'ADOPTED', by: 'forum' }], false],
    ['DECLINED', [{ to: 'ADOPTED', by: 'forum' }], true],
    ['ON_HOLD', [], true],
    ['IN_FORUM', [{ to: 'IN_FORUM', by: 'office' }], false],
  ] as const)(
    '%s: the Forum said so only where a session is known that did',
    (state, steps, is) => {
      const said = standingOf({ ...facts, state, steps }, new Date(), 'Europe/Berlin');
      expect(said.isOnlyEntered).toBe(is);
    },
  );

  it('counts days by the local calendar', () => {
    expect(standingOf(facts, new Date('2026-11-19T22:59:00Z'), 'Europe/Berlin').days).toBe(9);
    expect(standingOf(facts, new Date('2026-11-19T23:00:00Z'), 'Europe/Berlin').days).toBe(10);
  });

  it('is overdue from the day after the agreed one', () => {
    expect(standingOf(facts, new Date('2026-11-20T22:00:00Z'), 'Europe/Berlin').isOverdue).toBe(
      false,
    );
    expect(standingOf(facts, new Date('2026-11-20T23:00:00Z'), 'Europe/Berlin').isOverdue).toBe(
      true,
    );
  });

  it('is nobody’s to answer before the question reached them, and never overdue', () => {
    const unsent = { ...facts, handovers: handovers.map((one) => ({ ...one, sentAt: null })) };
    const standing = standingOf(unsent, new Date('2026-12-20T12:00:00Z'), 'Europe/Berlin');
    expect(standing).toMatchObject({ isAsked: false, isOverdue: false, days: 35 });
  });

  it('is not overdue once there was an answer', () => {
    const answered = { ...facts, state: 'STATEMENT_RECEIVED' as ProposalState };
    expect(standingOf(answered, new Date('2026-12-20T12:00:00Z'), 'Europe/Berlin').isOverdue).toBe(
      false,
    );
  });
});

describe('the paths of the list', () => {
  it.each([
    [[], 'all', 1],
    [['seite', '2'], 'all', 2],
    [['stadtteil', 'keilbergring'], 'district', 1],
    [['thema', 'wege-licht', 'seite', '3'], 'category', 3],
    [['das-wurde-daraus'], 'result', 1],
    [['ohne-antwort', 'seite', '2'], 'unanswered', 2],
  ] as [string[], string, number][])('%j', (segments, kind, page) => {
    expect(readListPath(segments)).toMatchObject({ filter: { kind }, page });
  });

  it.each([
    [['seite', '1']],
    [['seite', '0']],
    [['seite', 'x']],
    [['seite', '1.5']],
    [['stadtteil']],
    [['anderes']],
    [['das-wurde-daraus', 'alt']],
    [['stadtteil', 'a', 'b']],
  ])('%j is no list', (segments) => {
    expect(readListPath(segments)).toBeNull();
  });
});

describe('a body at the beginning of a sentence', () => {
  it.each([
    ['Stadtverwaltung – Bauamt', 'Das Bauamt', false],
    ['Straßenverkehrsbehörde des Landkreises', 'Die Straßenverkehrsbehörde des Landkreises', false],
    ['Wohnungsgenossenschaft am Ring eG', 'Die Wohnungsgenossenschaft am Ring eG', false],
    ['Städtische Wohnungsgesellschaft', 'Die Städtische Wohnungsgesellschaft', false],
    ['Grundschule am Hang', 'Die Grundschule am Hang', false],
    ['Polizei – Bürgerpolizist', 'Die Polizei', false],
    ['Jobcenter – Geschäftsstelle', 'Das Jobcenter', false],
    ['Stadtwerke', 'Die Stadtwerke', true],
    ['Verkehrsverbund Mittelsachsen', 'Der Verkehrsverbund Mittelsachsen', false],
    ['Kaufhalle am Ring (Lebensmittelmarkt)', 'Die Kaufhalle am Ring', false],
    ['ABC', 'ABC', false],
  ])('%s', (name, text, many) => {
    expect(bodyInSentence(name)).toMatchObject({ text, many });
  });
});
