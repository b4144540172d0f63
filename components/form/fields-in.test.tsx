import { createElement, type ReactNode } from 'react';
import { renderToReadableStream } from 'react-dom/server';
import { expect, it } from 'vitest';
import type { FormState } from '@/lib/core/form-state';
import { ActionForm } from './action-form';
import { fieldsIn, underLabel } from './fields-in';
import { Fieldset } from './fieldset';
import { RadioGroup } from './radio-group';
import { TextField } from './text-field';

/** As the framework hands on what the server makes: a place in the tree that is filled when it has come. */
function arriving(node: ReactNode, milliseconds: number): ReactNode {
  let isThere = false;
  const coming = new Promise<void>((resolve) => {
    setTimeout(() => {
      isThere = true;
      resolve();
    }, milliseconds);
  });
  const place: unknown = {
    $$typeof: Symbol.for('react.lazy'),
    _payload: { status: 'pending' },
    _init: () => {
      if (!isThere) throw coming;
      return node;
    },
  };
  return place as ReactNode;
}

const title = <TextField name="title" label="Titel" whoSees="nobody" />;
const way = <RadioGroup name="way" id="own-way" label="Wie?" options={[]} />;

it('finds fields in whatever stands around them, from top to end', () => {
  const shown = [
    arriving(<Fieldset legend="Erstens">{title}</Fieldset>, 0),
    'Text',
    null,
    <div key="b">
      {false}
      {[createElement('p', { key: 'p' }, 'mehr'), <div key="way">{way}</div>]}
    </div>,
  ];
  // Here everything has come.
  return new Promise<void>((done) => {
    setTimeout(() => {
      expect(fieldsIn(shown)).toEqual([
        { name: 'title', id: 'title', label: 'Titel' },
        { name: 'way', id: 'own-way', label: 'Wie?' },
      ]);
      done();
    }, 5);
  });
});

it('waits for what the server is still making, also without script', async () => {
  const state: FormState = {
    ...{ status: 'invalid', values: {}, sent: true, token: 'once' },
    errors: [
      { field: 'way', message: 'Bitte wählen.' },
      { field: 'title', message: 'Bitte schreiben.' },
    ],
  };
  const labels = {
    ...{ errorTitle: 'Prüfen', failedTitle: 'Ging nicht', errorPrefix: 'Fehler:' },
    ...{ pending: '', honeypot: '', titles: { invalid: '', failed: '', check: '' } },
  };
  const stream = await renderToReadableStream(
    <ActionForm
      action={(current) => Promise.resolve(current)}
      initialState={state}
      locale="de"
      labels={labels}
      submitLabel="Weiter"
    >
      {arriving(<Fieldset legend="Erstens">{arriving(title, 10)}</Fieldset>, 5)}
      {way}
    </ActionForm>,
  );
  await stream.allReady;
  const html = await new Response(stream).text();
  expect(
    [...html.matchAll(/<li><a href="#([^"]*)">([^<]*)/g)].map(([, ...entry]) => entry),
  ).toEqual([
    ['title', 'Titel: Bitte schreiben.'],
    ['own-way', 'Wie? Bitte wählen.'],
  ]);
});

it.each([
  ['Titel', 'Titel: Bitte.'],
  ['Was fehlt?', 'Was fehlt? Bitte.'],
  ['Ich stimme zu.', 'Ich stimme zu. Bitte.'],
])('%s stands before what is wrong', (label, expected) => {
  expect(underLabel(label, 'Bitte.')).toBe(expected);
});
