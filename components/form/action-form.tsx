'use client';

import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import { useForm } from 'react-hook-form';
import { Button, type ButtonVariant } from '@/components/ui/button';
import {
  FORM_LOCALE_FIELD,
  FORM_STEP_FIELD,
  FORM_TOKEN_FIELD,
  type FormAction,
  type FormState,
  HONEYPOT_FIELD,
  THIS_PAGE,
} from '@/lib/core/form-state';
import { ErrorSummary } from './error-summary';
import { FormContext } from './field-context';
import { fieldsIn } from './fields-in';
import { FormActions } from './form-actions';
import { HiddenFields } from './hidden-fields';
import { HoneypotField } from './honeypot-field';
import { useSending } from './sending';
import { type Titles, useTitle } from './title';

export type ActionFormLabels = {
  errorTitle: string;
  /** Above what is no mistake in an answer: a refusal, a failure. */
  failedTitle: string;
  errorPrefix: string;
  /** Before the title of the page, while the form is not sent. */
  titles: Titles;
  pending: string;
  /** For the field that must stay empty, should anybody come across it. */
  honeypot: string;
  /** After the label of every field that may stay empty: „(freiwillig)“. */
  optional?: string | undefined;
  /** Beside fields that want some letters; `#` stands for how many. */
  atLeast?: string | undefined;
};

/** The second face of a form: the answers once more, before they are sent. */
export type LastLook = {
  /** Reads the answers and what the server found from the form's context. */
  content: ReactNode;
  sendLabel: ReactNode;
  changeLabel: ReactNode;
};

type ActionFormProps = {
  action: FormAction;
  initialState: FormState;
  locale: string;
  labels: ActionFormLabels;
  submitLabel: ReactNode;
  submitVariant?: ButtonVariant | undefined;
  /** Beside the main button: a way back, a second way. */
  secondary?: ReactNode;
  /** For actions with a `check`. */
  lastLook?: LastLook | undefined;
  /** Path that shows this form, when it is not the path of the page (without script). */
  permalink?: string | undefined;
  /** Ask before typed text is lost. */
  warnOnLeave?: boolean | undefined;
  children: ReactNode;
};

/**
 * A form that works as plain HTML and is only made smoother by script: the server judges, what was
 * typed stays, the summary gets the focus, a second press while sending does nothing.
 */
export function ActionForm(props: ActionFormProps) {
  const { labels, locale, warnOnLeave = true } = props;
  const form = useRef<HTMLFormElement>(null);
  const [state, send, pending] = useSending({ ...props, form });
  const answer = useAnswerCount(state);
  const { errors, corrected } = useStandingErrors(state);
  const leave = useLeaveWarning(warnOnLeave, answer);
  const summary = useRef<HTMLDivElement>(null);
  const looking = state.check === undefined ? undefined : props.lastLook;
  useTitle(labels.titles, state, answer);

  useEffect(() => {
    if (answer > 0) summary.current?.focus();
  }, [answer]);

  const { errorPrefix, optional, atLeast } = labels;
  return (
    <form
      ref={form}
      className="form"
      action={send}
      noValidate
      onInput={(event) => {
        leave.typed();
        corrected(event.target);
      }}
      onSubmit={(event) => (pending ? event.preventDefault() : leave.sent())}
    >
      <UnseenFields token={state.token} locale={locale} honeypot={labels.honeypot} />
      {state.status === 'fresh' ? null : (
        <ErrorSummary
          ref={summary}
          title={state.status === 'invalid' ? labels.errorTitle : labels.failedTitle}
          message={state.message}
          elsewhere={state.elsewhere}
          errors={state.errors}
          fields={state.errors.length > 0 ? fieldsIn(props.children) : []}
        />
      )}
      <FormContext value={{ state, errors, errorPrefix, optional, atLeast, answer }}>
        {looking ? (
          <div ref={summary} tabIndex={-1}>
            <HiddenFields values={state.values} />
            {looking.content}
          </div>
        ) : (
          props.children
        )}
      </FormContext>
      <FormActions>
        {looking ? <LastLookButtons {...looking} /> : <Buttons {...props} past={isPast(state)} />}
        <p className="form-pending" role="status">
          {pending ? labels.pending : ''}
        </p>
      </FormActions>
    </form>
  );
}

/**
 * What the form was made of is no longer so, and the way on is the page anew, see `Refused.pageAnew`: nothing that sends
 * it is offered beside the sentence that says so. Ways that lead elsewhere stay.
 */
const isPast = ({ status, elsewhere }: FormState) =>
  status === 'refused' && elsewhere?.href === THIS_PAGE;

type UnseenFieldsProps = { token: string; locale: string; honeypot: string };

function UnseenFields({ token, locale, honeypot }: UnseenFieldsProps) {
  return (
    <>
      <input type="hidden" name={FORM_TOKEN_FIELD} value={token} />
      <input type="hidden" name={FORM_LOCALE_FIELD} value={locale} />
      <HoneypotField name={HONEYPOT_FIELD} label={honeypot} />
    </>
  );
}

type ButtonsProps = Pick<ActionFormProps, 'submitLabel' | 'submitVariant' | 'secondary'>;

function Buttons({
  submitLabel,
  submitVariant,
  secondary,
  past,
}: ButtonsProps & { past: boolean }) {
  if (past)
    return (
      <fieldset className="form-past" disabled>
        {secondary}
      </fieldset>
    );
  return (
    <>
      <Button variant={submitVariant}>{submitLabel}</Button>
      {secondary}
    </>
  );
}

function LastLookButtons({ sendLabel, changeLabel }: LastLook) {
  return (
    <>
      <Button name={FORM_STEP_FIELD} value="send">
        {sendLabel}
      </Button>
      <Button name={FORM_STEP_FIELD} value="change" variant="secondary">
        {changeLabel}
      </Button>
    </>
  );
}

/** How many answers came; each one makes the fields anew. */
function useAnswerCount(state: FormState): number {
  const [seen, setSeen] = useState({ state, count: 0 });
  if (seen.state === state) return seen.count;
  setSeen({ state, count: seen.count + 1 });
  return seen.count + 1;
}

/** The server's errors, each standing until its field is changed. */
function useStandingErrors(state: FormState) {
  // The same object until the next answer: a new one would bring corrected errors back.
  const fromServer = useMemo(
    () =>
      Object.fromEntries(
        state.errors.map((error) => [error.field, { type: 'server', message: error.message }]),
      ),
    [state],
  );
  // Fields are not registered: on hydration that would write into them, over what was typed
  // before the script came, and tick every box of a group.
  const { clearErrors, formState } = useForm({ errors: fromServer });
  const errors: Record<string, string> = {};
  for (const [name, error] of Object.entries(formState.errors)) {
    if (typeof error?.message === 'string') errors[name] = error.message;
  }
  const corrected = (field: EventTarget) => {
    const name = 'name' in field && typeof field.name === 'string' ? field.name : '';
    if (errors[name]) clearErrors(name);
  };
  return { errors, corrected };
}

/** Asks before the page is left with text that was typed and not sent. */
function useLeaveWarning(wanted: boolean, answer: number) {
  const unsent = useRef(false);
  useEffect(() => {
    // An answer that is still this form means: nothing was saved.
    unsent.current = answer > 0;
    if (!wanted) return;
    const ask = (event: BeforeUnloadEvent) => {
      if (unsent.current) event.preventDefault();
    };
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [wanted, answer]);
  return {
    typed: () => {
      unsent.current = true;
    },
    sent: () => {
      unsent.current = false;
    },
  };
}
