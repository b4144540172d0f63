import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import type { FormState } from '@/lib/core/form-state';
import { ActionForm } from './action-form';
import { Checkbox } from './checkbox';
import { CheckboxGroup } from './checkbox-group';
import { Fieldset } from './fieldset';
import { HiddenFields } from './hidden-fields';
import { RadioGroup } from './radio-group';
import { Select } from './select';
import { TextArea } from './text-area';
import { TextField } from './text-field';
import { UntilAnswered } from './until-answered';

/** The form as a browser without script receives it. */
function page(state: Partial<FormState>): string {
  return renderToStaticMarkup(
    <ActionForm
      action={(current) => Promise.resolve(current)}
      initialState={{ status: 'fresh', values: {}, errors: [], token: 'once', ...state }}
      locale="de"
      labels={{
        errorTitle: 'Das fehlt noch',
        failedTitle: 'Das ging nicht',
        errorPrefix: 'Fehler:',
        titles: { invalid: 'Fehler:', failed: 'Nicht gespeichert:', check: 'Noch einmal:' },
        pending: 'Wird gesendet',
        honeypot: 'Bitte leer lassen',
        optional: '(freiwillig)',
        atLeast: 'Mindestens # Zeichen.',
      }}
      submitLabel="Weiter"
      secondary={
        <>
          <button type="submit">Nein</button>
          <a href="/">Zurück</a>
        </>
      }
    >
      <TextField
        name="title"
        label="Titel"
        hint="Ein Satz"
        minLength={5}
        whoSees={{ audience: 'PUBLIC', text: 'Das sehen alle' }}
        required
      />
      <TextArea name="text" label="Text" minLength={20} whoSees="nobody" defaultValue="Anfang" />
      <Select
        whoSees="nobody"
        name="district"
        label="Stadtteil"
        options={choices}
        defaultValue="a"
      />
      <Fieldset legend="Mehr">
        <RadioGroup name="reply" label="Antwort?" hint="Eine" options={choices} defaultValue="a" />
      </Fieldset>
      <CheckboxGroup name="needs" label="Bedarf" options={choices} defaultValue={['a', 'b']} />
      <Checkbox name="agree" label="Einverstanden" defaultChecked />
      <HiddenFields values={{ version: '5', ids: ['x', 'y'] }} />
      <UntilAnswered>Karte 7 ist gespeichert</UntilAnswered>
    </ActionForm>,
  );
}

const choices = [
  { value: 'a', label: 'Erstens', hint: 'zuerst' },
  { value: 'b', label: 'Zweitens' },
];

const tag = (html: string, id: string) =>
  html.match(new RegExp(`<[a-z]+ [^>]*id="${id}"[^>]*>`))?.[0];

describe('a form before anybody typed', () => {
  const html = page({});

  it('says how many letters it wants, and leaves it to the server to refuse fewer', () => {
    expect(html).toContain('<div class="field-hint" id="text-hint">Mindestens 20 Zeichen.</div>');
    expect(html).toContain('id="title-hint">Ein Satz Mindestens 5 Zeichen.</div>');
    expect(tag(html, 'text')).toContain('aria-describedby="text-hint"');
    expect(html).not.toMatch(/minlength/i);
  });

  it('starts with what the fields were given', () => {
    expect(html).toContain('>Anfang</textarea>');
    expect(html).toContain('<option value="a" selected="">');
    expect(html.match(/checked=""/g)).toHaveLength(4);
    expect(html).not.toContain('error-summary');
  });

  it('gives every id once, also where a field and its first choice both explain themselves', () => {
    const ids = [...html.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
    expect(ids).toContain('reply-hint');
    expect(ids).toContain('reply-choice-hint');
  });

  it('carries token and language, and a field that stays empty', () => {
    expect(html).toContain('name="formToken" value="once"');
    expect(html).toContain('name="formLocale" value="de"');
    expect(html).toMatch(/aria-hidden="true"><label>Bitte leer lassen<input[^>]*tabindex="-1"/);
  });

  it('says which fields may stay empty and leaves judging to the server', () => {
    expect(html.match(/\(freiwillig\)/g)).toHaveLength(4);
    expect(html).not.toMatch(/ required=""/);
    expect(html).toMatch(/novalidate/i);
  });
});

describe('a form that came back', () => {
  const html = page({
    status: 'invalid',
    values: { title: 'Bank <b>', text: '', district: 'b', needs: ['b'] },
    errors: [
      { field: 'needs', message: 'Bitte wählen' },
      { field: 'reply', message: 'Bitte wählen' },
      { field: 'title', message: 'Bitte länger' },
      { field: 'unknown', message: 'Passt nicht' },
    ],
  });

  it('says of each field, in the order of the page, what is missing', () => {
    const entries = [...html.matchAll(/<li><a href="#(\w+)">([^<]*)</g)].map(
      ([, ...entry]) => entry,
    );
    expect(entries).toEqual([
      ['title', 'Titel: Bitte länger'],
      // Nothing chosen is not sent, and stands where it stands on the page all the same.
      ['unknown', 'Passt nicht'],
      ['reply', 'Antwort? Bitte wählen'],
      ['needs', 'Bedarf: Bitte wählen'],
    ]);
  });

  it('keeps what was typed, chosen and also what was taken away', () => {
    expect(html).toContain('value="Bank &lt;b&gt;"');
    expect(html).not.toContain('Anfang');
    expect(html).toContain('<option value="b" selected="">');
    expect(html.match(/checked=""/g)).toHaveLength(1);
    expect(tag(html, 'needs-2')).toContain('checked=""');
  });

  it('lists the errors as links that land on a field', () => {
    for (const field of ['title', 'reply']) {
      expect(html).toContain(`<a href="#${field}">`);
      expect(tag(html, field)).toBeDefined();
    }
    expect(html).toMatch(/role="alert" tabindex="-1"/i);
  });

  it('ties hint, audience and error to the field', () => {
    expect(tag(html, 'title')).toContain('aria-describedby="title-hint title-seen title-error"');
    expect(tag(html, 'title')).toContain('aria-invalid="true"');
    expect(html).toContain('<span class="visually-hidden">Fehler: </span>Bitte länger');
  });
});

describe('what a form says without showing it', () => {
  const hidden = (html: string, name: string) =>
    [...html.matchAll(/<input type="hidden" name="(\w+)" value="(\w+)"/g)].flatMap(
      ([, field, value]) => (field === name ? [value] : []),
    );

  it('is of the moment it is shown', () => {
    const html = page({ values: { version: '1' } });
    expect(hidden(html, 'version')).toEqual(['5']);
    expect(hidden(html, 'ids')).toEqual(['x', 'y']);
  });

  it.each(['invalid', 'refused', 'failed', 'fresh'] as const)(
    'stays as it was sent beside what was typed: %s',
    (status) => {
      const html = page({ status, sent: true, values: { version: '4', ids: ['x'] } });
      expect(hidden(html, 'version')).toEqual(['4']);
      expect(hidden(html, 'ids')).toEqual(['x']);
    },
  );

  it('is never lost where it is not told again', () => {
    const html = page({ status: 'refused', sent: true, values: {} });
    expect(hidden(html, 'version')).toEqual(['5']);
  });
});

describe('a form somebody else was faster with', () => {
  it('leads to the page as it is now', () => {
    const elsewhere = { href: '', words: 'Neu' };
    const html = page({ status: 'refused', sent: true, message: 'Schneller', elsewhere });
    expect(html).toMatch(/role="alert".*Schneller.*<a href="" target="_blank"[^>]*>Neu<\/a>/);
    expect(page({ status: 'refused', message: 'Anders' })).not.toContain('_blank');
  });

  it('offers nothing that sends it once more, and keeps the ways elsewhere', () => {
    const sending = (state: Partial<FormState>) => {
      const html = page(state).replace(
        /<fieldset class="form-past" disabled="">.*?<\/fieldset>/,
        '',
      );
      return [...html.matchAll(/<button[^>]*>(.*?)<\/button>/g)].map(([, words]) => words);
    };
    const past = { status: 'refused', sent: true, elsewhere: { href: '', words: 'Neu' } } as const;
    expect(sending(past)).toEqual([]);
    expect(page(past)).toMatch(
      /<fieldset class="form-past" disabled="">.*<a href="\/">Zurück<\/a>/,
    );
    // Where it can still be sent, it is: signed in again, or another answer given.
    const signIn = { href: '/anmelden', words: 'Anmelden' };
    expect(sending({ ...past, status: 'failed', elsewhere: signIn })).toEqual(['Weiter', 'Nein']);
    expect(sending({ status: 'refused', sent: true })).toEqual(['Weiter', 'Nein']);
    expect(sending({})).toEqual(['Weiter', 'Nein']);
  });
});

describe('what was said of the form before', () => {
  it.each(['invalid', 'refused', 'failed'] as const)(
    'does not stand beside an answer: %s',
    (status) => {
      expect(page({})).toContain('Karte 7 ist gespeichert');
      expect(page({ status, sent: true })).not.toContain('Karte 7');
    },
  );
});

describe('a form that was refused as a whole', () => {
  it('says so above the fields', () => {
    const html = page({ status: 'refused', message: 'Bitte rufen Sie an.' });
    expect(html).toMatch(/error-summary.*Das ging nicht.*Bitte rufen Sie an\./);
    expect(html).not.toContain('Das fehlt noch');
  });
});
