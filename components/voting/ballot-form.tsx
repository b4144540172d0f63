'use client';

import { useEffect, useRef, useState } from 'react';
import { ErrorSummary } from '@/components/form/error-summary';
import { HiddenFields } from '@/components/form/hidden-fields';
import { HoneypotField } from '@/components/form/honeypot-field';
import { useSending } from '@/components/form/sending';
import { useTitle } from '@/components/form/title';
import {
  FORM_LOCALE_FIELD,
  FORM_TOKEN_FIELD,
  type FormAction,
  type FormState,
  HONEYPOT_FIELD,
} from '@/lib/core/form-state';
import { CheckStep, ChooseStep } from './ballot-steps';
import type { BallotOffer, BallotWords } from './ballot-words';

type BallotFormProps = {
  action: FormAction;
  initialState: FormState;
  locale: string;
  ballot: BallotOffer;
  words: BallotWords;
  /** For whom it is filled in, where that is not whoever is signed in. */
  ticket?: string | undefined;
};

/**
 * Choosing and checking on one address: what was chosen travels only inside the form, so it never
 * stands in an address, a history or a log, and both steps work without script.
 */
export function BallotForm(props: BallotFormProps) {
  const { action, initialState, locale, ballot, words, ticket } = props;
  const form = useRef<HTMLFormElement>(null);
  const [state, send, pending] = useSending({ action, initialState, form });
  const answer = useAnswerCount(state);
  useTitle(words.titles, state, answer);
  const marks = marksOf(state);
  // The server says under the name `step` that it is time for the next step; that is no error.
  const errors = state.errors.filter((error) => error.field !== 'step');
  const hasProblem = errors.length > 0 || Boolean(state.message);
  const isCheck = stepOf(state) === 'check';

  useEffect(() => {
    const target = form.current?.querySelector<HTMLElement>('.error-summary, h1');
    if (answer === 0 || !target) return;
    target.tabIndex = -1;
    target.focus();
  }, [answer]);

  return (
    <form
      ref={form}
      className="form"
      action={send}
      noValidate
      onSubmit={(event) => (pending ? event.preventDefault() : undefined)}
    >
      <div className="stack" key={answer}>
        {hasProblem ? (
          <ErrorSummary
            title={state.status === 'invalid' ? words.errorTitle : words.failedTitle}
            message={state.message}
            elsewhere={state.elsewhere}
            errors={errors}
            fields={[
              { name: 'choices', id: 'choices', label: ballot.question },
              { name: 'age', id: 'age', label: words.ageLabel },
            ]}
          />
        ) : null}
        <input type="hidden" name={FORM_TOKEN_FIELD} value={state.token} />
        <input type="hidden" name={FORM_LOCALE_FIELD} value={locale} />
        <HoneypotField name={HONEYPOT_FIELD} label={words.honeypot} />
        <HiddenFields
          values={{
            poll: String(ballot.number),
            ...(ticket ? { ticket } : {}),
            ...(isCheck ? { choices: marks } : {}),
          }}
        />
        {isCheck ? (
          <CheckStep ballot={ballot} words={words} marks={marks} error={textFor(errors, 'age')} />
        ) : (
          <ChooseStep
            ballot={ballot}
            words={words}
            marks={marks}
            error={textFor(errors, 'choices')}
          />
        )}
      </div>
      <p className="form-pending" role="status">
        {pending ? words.pending : ''}
      </p>
    </form>
  );
}

const textFor = (errors: FormState['errors'], field: string) =>
  errors.find((error) => error.field === field)?.message;

/** What was chosen in the step before; kept whatever the answer was. */
function marksOf({ values }: FormState): string[] {
  const marks = values.choices ?? [];
  return (Array.isArray(marks) ? marks : [marks]).filter((mark) => mark !== '');
}

/** Checking is shown when the server has found the choice good, and again when casting failed. */
function stepOf({ values, errors, status }: FormState): 'choose' | 'check' {
  if (status === 'fresh' || errors.some((error) => error.field === 'choices')) return 'choose';
  if (values.step === 'cast') return 'check';
  const goOn = values.step === 'check' && errors.some((error) => error.field === 'step');
  return goOn ? 'check' : 'choose';
}

/** How many answers came; each one shows its step anew. */
function useAnswerCount(state: FormState): number {
  const [seen, setSeen] = useState({ state, count: 0 });
  if (seen.state === state) return seen.count;
  setSeen({ state, count: seen.count + 1 });
  return seen.count + 1;
}
