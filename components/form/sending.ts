'use client';

import { unstable_rethrow } from 'next/navigation';
import { createContext, useActionState, useContext, useMemo } from 'react';
import {
  FORM_TOKEN_FIELD,
  type FormAction,
  type FormState,
  readFormValues,
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
  failed: string;
};

/** Given once for all forms of a page. */
export const SendingWordsContext = createContext<SendingWords | null>(null);

/**
 * The one way from a form to its action. Without it, whatever fails under way would take the page, and all
 * that was typed, away.
 *
 * On the server the action is given on as it is: only then React writes what makes the form work without script.
 */
export function useSending(
  action: FormAction,
  initialState: FormState,
  permalink?: string,
): ReturnType<typeof useActionState<FormState, FormData>> {
  const words = useContext(SendingWordsContext);
  const safe = useMemo(
    () => (typeof window === 'undefined' || !words ? action : answeringAlways(action, words)),
    [action, words],
  );
  return useActionState(safe, initialState, permalink);
}

/** The same action, whose failures under way become an answer that keeps everything. */
export function answeringAlways(action: FormAction, words: SendingWords): FormAction {
  return async (state, data) => {
    try {
      return await action(state, data);
    } catch (error) {
      // Going on to another page is thrown, too.
      unstable_rethrow(error);
      return keptBy(state, data, words, error instanceof NotSent ? error.why : 'failed');
    }
  };
}

function keptBy(
  state: FormState,
  data: FormData,
  words: SendingWords,
  why: NotSent['why'],
): FormState {
  const several = [...new Set(data.keys())].filter((name) => data.getAll(name).length > 1);
  return {
    ...state,
    status: 'failed',
    values: readFormValues(data, several),
    sent: true,
    errors: [],
    message: words[why],
    pageAnew: why === 'outdated' ? words.pageAnew : undefined,
    // The same token: should it have arrived after all, sending it again does nothing twice.
    token: String(data.get(FORM_TOKEN_FIELD) ?? state.token),
  };
}
