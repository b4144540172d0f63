import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import type { FormState } from '@/lib/core/form-state';
import { BallotForm } from './ballot-form';
import type { BallotOffer, BallotWords } from './ballot-words';

const words: BallotWords = {
  overline: 'Abstimmung 3',
  instruction: 'Sie wählen eine Antwort.',
  secret: 'Geheim',
  abstain: 'Ich enthalte mich',
  abstainHint: 'zählt mit',
  toCheck: 'Weiter: prüfen',
  checkTitle: 'Stimmt das so?',
  checkFinal: 'Danach nicht mehr zu ändern.',
  chosen: 'Sie wählen',
  ageLabel: 'Ich bin mindestens 14 Jahre alt.',
  cast: 'Stimmzettel einwerfen',
  change: 'Auswahl ändern',
  pending: 'Wird gesendet',
  titles: { invalid: 'Fehler:', failed: 'Nicht gespeichert:', check: 'Noch einmal:' },
  errorTitle: 'Bitte prüfen',
  failedTitle: 'Das ging nicht',
  errorPrefix: 'Fehler:',
  honeypot: 'leer lassen',
  withdrawn: 'Steht nicht mehr zur Wahl.',
  numbers: [],
  used: [],
  usedTooMuch: '',
  sum: '',
  readOut: '',
};

const offer: BallotOffer = {
  number: 3,
  question: 'Was zuerst?',
  method: 'UP_TO',
  maxChoices: 1,
  locale: 'de',
  withdrawn: [],
  options: [
    { id: 'swing', label: 'Schaukel', note: '', costCents: null, price: '' },
    { id: 'sail', label: 'Sonnensegel', note: 'spendet Schatten', costCents: null, price: '' },
  ],
};

function ballot(
  state: Partial<FormState>,
  maxChoices = 1,
  changes: Partial<BallotOffer> = {},
  moreWords: Partial<BallotWords> = {},
): string {
  return renderToStaticMarkup(
    <BallotForm
      action={(previous) => Promise.resolve(previous)}
      initialState={{ status: 'fresh', values: {}, errors: [], token: 'token', ...state }}
      locale="de"
      words={{ ...words, ...moreWords }}
      ballot={{ ...offer, maxChoices, ...changes }}
    />,
  );
}

const toStep = { field: 'step', message: 'Bitte prüfen Sie Ihren Stimmzettel.' };
const input = (html: string, value: string) =>
  new RegExp(`<input[^>]*value="${value}"[^>]*>`).exec(html)?.[0] ?? '';

describe('ids of a ballot', () => {
  it.each(['UP_TO', 'RANKING', 'POINTS', 'BUDGET'] as const)('stand once: %s', (method) => {
    const options = offer.options.map((option) => ({ ...option, note: 'mehr dazu' }));
    const html = ballot({}, 2, { method, options }, { numbers: ['nichts', 'eins', 'zwei'] });
    const ids = [...html.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  });
});

describe('choosing', () => {
  it('offers circles for one answer and boxes for several, and the abstention last', () => {
    expect(input(ballot({}), 'swing')).toContain('type="radio"');
    expect(input(ballot({}, 2), 'swing')).toContain('type="checkbox"');
    expect(ballot({}).indexOf('value="abstain"')).toBeGreaterThan(
      ballot({}).indexOf('value="sail"'),
    );
  });

  it('goes on with the button, not with an address', () => {
    expect(ballot({})).toMatch(/<button value="check" type="submit"[^>]*name="step"/);
    expect(ballot({})).not.toContain('method="get"');
  });

  it('shows what is wrong and keeps what was ticked', () => {
    const html = ballot(
      {
        status: 'invalid',
        values: { step: 'check', choices: ['swing', 'sail'] },
        errors: [{ field: 'choices', message: 'Bitte nur eine.' }],
      },
      2,
    );
    expect(html).toContain('href="#choices"');
    expect(input(html, 'swing')).toContain('checked');
    expect(input(html, 'abstain')).not.toContain('checked');
  });

  it('comes back with the choice when somebody wants to change it', () => {
    const html = ballot({
      status: 'invalid',
      values: { step: 'choose', choices: ['sail'] },
      errors: [toStep],
    });
    expect(input(html, 'sail')).toContain('checked');
    expect(html).not.toContain('error-summary');
  });
});

describe('checking', () => {
  const checked: Partial<FormState> = {
    status: 'invalid',
    values: { step: 'check', choices: ['sail'] },
  };

  it('shows the choice in words and carries it along unseen', () => {
    const html = ballot({ ...checked, errors: [toStep] });
    expect(html).toContain('<strong>Sonnensegel</strong>');
    expect(html).not.toContain('Schaukel');
    expect(input(html, 'sail')).toContain('type="hidden"');
    expect(html).not.toContain('error-summary');
  });

  it('is not reached by a refusal of another kind', () => {
    const html = ballot({ ...checked, status: 'refused', errors: [], message: 'Zu lange offen.' });
    expect(html).toContain('Zu lange offen.');
    expect(input(html, 'sail')).toContain('type="radio"');
    expect(input(html, 'sail')).toContain('checked');
  });

  it('stays when casting was refused', () => {
    const html = ballot({
      status: 'invalid',
      values: { step: 'cast', choices: ['abstain'] },
      errors: [{ field: 'age', message: 'Bitte bestätigen.' }],
    });
    expect(html).toContain('<strong>Ich enthalte mich</strong>');
    expect(html).toContain('href="#age"');
    expect(html).toMatch(/<button[^>]*value="cast"/);
  });
});

describe('ranks and points', () => {
  const ranking = { method: 'RANKING' } as const;
  const numbers = { numbers: ['kein Platz', '1. Wahl', '2. Wahl'] };

  it('are chosen from a list beside each option, with the abstention as a box', () => {
    const html = ballot({}, 2, ranking, numbers);
    expect(html.match(/<select/g)).toHaveLength(2);
    expect(html).toContain('<option value="sail:2">2. Wahl</option>');
    expect(html).toContain('<option value="" selected="">kein Platz</option>');
    expect(input(html, 'abstain')).toContain('type="checkbox"');
  });

  it('are kept after a mistake, whose link leads to the first list', () => {
    const html = ballot(
      {
        status: 'invalid',
        values: { step: 'check', choices: ['swing:1', 'sail:1'] },
        errors: [{ field: 'choices', message: 'Jeden Platz nur einmal.' }],
      },
      2,
      ranking,
      numbers,
    );
    expect(html).toContain('<option value="swing:1" selected="">');
    expect(html).toContain('href="#choices"');
    expect(html).toMatch(/<select id="choices"/);
  });

  it('are read back in their order, closed up', () => {
    const html = ballot(
      {
        status: 'invalid',
        values: { step: 'check', choices: ['', 'swing:2', 'sail:1'] },
        errors: [toStep],
      },
      2,
      ranking,
      numbers,
    );
    expect(html.indexOf('1. Wahl: <strong>Sonnensegel')).toBeGreaterThan(0);
    expect(html.indexOf('2. Wahl: <strong>Schaukel')).toBeGreaterThan(html.indexOf('1. Wahl'));
    expect(html).not.toContain('name="choices" value=""');
  });
});

describe('an option withdrawn by law', () => {
  it('is struck through and cannot be chosen; the link of an error leads past it', () => {
    const html = ballot({}, 1, { withdrawn: ['swing'] });
    expect(html).toContain('<s>Schaukel</s>');
    expect(input(html, 'swing')).toContain('disabled');
    expect(input(html, 'sail')).toContain('id="choices"');
    const ranked = ballot(
      {},
      2,
      { method: 'RANKING', withdrawn: ['swing'] },
      { numbers: ['–', '1.'] },
    );
    expect(ranked.match(/<select/g)).toHaveLength(1);
    expect(ranked).toMatch(/<select id="choices"/);
  });
});

describe('a budget', () => {
  it('shows what each project costs', () => {
    const [first = offer.options[0], ...others] = offer.options;
    if (!first) throw new Error('the offer has options');
    const html = ballot({}, 2, {
      method: 'BUDGET',
      options: [{ ...first, price: '1.200 €' }, ...others],
    });
    expect(html).toContain('Schaukel (1.200 €)');
  });
});
