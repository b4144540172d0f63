import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import type { FormState } from '@/lib/core/form-state';
import { BallotForm } from './ballot-form';
import type { BallotWords } from './ballot-steps';

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
  errorTitle: 'Bitte prüfen',
  errorPrefix: 'Fehler:',
  honeypot: 'leer lassen',
};

function ballot(state: Partial<FormState>, maxChoices = 1): string {
  return renderToStaticMarkup(
    <BallotForm
      action={(previous) => Promise.resolve(previous)}
      initialState={{ status: 'fresh', values: {}, errors: [], token: 'token', ...state }}
      locale="de"
      words={words}
      ballot={{
        number: 3,
        question: 'Was zuerst?',
        maxChoices,
        options: [
          { id: 'swing', label: 'Schaukel', note: '', costCents: null },
          { id: 'sail', label: 'Sonnensegel', note: 'spendet Schatten', costCents: null },
        ],
      }}
    />,
  );
}

const toStep = { field: 'step', message: 'Bitte prüfen Sie Ihren Stimmzettel.' };
const input = (html: string, value: string) =>
  new RegExp(`<input[^>]*value="${value}"[^>]*>`).exec(html)?.[0] ?? '';

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
