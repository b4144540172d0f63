'use client';

import { unstable_rethrow } from 'next/navigation';
import { createContext, type RefObject, useActionState, useContext, useMemo } from 'react';
import {
  FORM_TOKEN_FIELD,
  type FormAction,
  type FormState,
  readFormValues,
  THIS_PAGE,
} from '@/lib/core/form-state';
import { NotSent, watchSending } from './not-sent';

if (typeof window !== 'undefined') watchSending(window);

/** Sentences for what can go wrong before an answer of ours comes back, with the office's number. */
export type SendingWords = {
  offline: string;
  slow: string;
  tooLarge: string;
  outdated: string;
  /** Of a link to the page as the server makes it now. */
  pageAnew: string;
  signIn: string;
  /** Of a link to where that is done. */
  toSignIn: string;
  failed: string;
};

type Sending = {
  action: FormAction;
  initialState: FormState;
  permalink?: string | undefined;
  form: RefObject<HTMLFormElement | null>;
};

/** What people fill in; the trap for programs is reached by nobody. */
const FILLED_IN = 'input:not([type="hidden"], [tabindex="-1"]), textarea, select';

/** Given once for all forms of a page. */
export const SendingWordsContext = createContext<SendingWords | null>(null);

/**
 * The one way from a form to its action. Without it, whatever fails under way would take the page, and all
 * that was typed, away.
 *
 * On the server the action is given on as it is: only then React writes what makes the form work without script.
 */
export function useSending({
  action,
  initialState,
  permalink,
  form,
}: Sending): ReturnType<typeof useActionState<FormState, FormData>> {
  const words = useContext(SendingWordsContext);
  const safe = useMemo(
    () => (typeof window === 'undefined' || !words ? action : answeringAlways(action, words, form)),
    [action, words, form],
  );
  return useActionState(safe, initialState, permalink);
}

/** The same action, whose failures under way become an answer that keeps everything. */
export function answeringAlways(
  action: FormAction,
  words: SendingWords,
  form: Sending['form'],
): FormAction {
  return async (state, data) => {
    try {
      return await action(state, data);
    } catch (error) {
      // Going on to another page is thrown, too.
      unstable_rethrow(error);
      const notSent = error instanceof NotSent ? error : new NotSent('failed');
      // A mere button has nothing to lose: signing in leads back to it.
      if (notSent.why === 'signIn' && !form.current?.querySelector(FILLED_IN)) {
        window.location.assign(notSent.leadsTo);
        return state;
      }
      return keptBy(state, data, words, notSent);
    }
  };
}

function keptBy(
  state: FormState,
  data: FormData,
  words: SendingWords,
  { why, leadsTo }: NotSent,
): FormState {
  const several = [...new Set(data.keys())].filter((name) => data.getAll(name).length > 1);
  return {
    ...state,
    status: 'failed',
    values: readFormValues(data, several),
    sent: true,
    errors: [],
    message: words[why],
    elsewhere: elsewhereFor(why, leadsTo, words),
    // The same token: should it have arrived after all, sending it again does nothing twice.
    token: String(data.get(FORM_TOKEN_FIELD) ?? state.token),
  };
}

function elsewhereFor(
  why: NotSent['why'],
  leadsTo: string,
  words: SendingWords,
): FormState['elsewhere'] {
  if (why === 'outdated') return { href: THIS_PAGE, words: words.pageAnew };
  return why === 'signIn' ? { href: leadsTo, words: words.toSignIn } : undefined;
}
