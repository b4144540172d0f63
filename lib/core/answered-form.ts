import 'server-only';
import type { AnswerKind, FormState } from './form-state';
import { processState } from './process-state.mjs';

/*
 * A page that is made anew around a form that was sent and stays where it is.
 */

/** A form stays where it is, with what the server says to it: the title of the page says so, too. */
export function markAnswer(answer: AnswerKind | 'signIn'): void {
  const notes = processState().requests.getStore()?.pageNotes;
  if (notes) notes.answer = answer;
}

/** What is said to the form with which this page is made anew; empty where none was sent, or nothing is said. */
export function answerOfForm(): AnswerKind {
  const answer = processState().requests.getStore()?.pageNotes.answer ?? '';
  return answer === 'signIn' ? 'failed' : answer;
}

/** A form stays where it is: what was in it, and whether nobody knows what became of it. */
export function markSent(sent: FormState['values'], fault: boolean): void {
  const notes = processState().requests.getStore()?.pageNotes;
  if (notes) Object.assign(notes, { sent, fault });
}

/**
 * What a field held in the form with which this page is made anew, so that the page still has it to choose: empty where
 * it is made for the first time, or the form has no such field.
 */
export function sentInForm(field: string): string {
  const text = processState().requests.getStore()?.pageNotes.sent[field];
  return typeof text === 'string' ? text : '';
}

/**
 * Nobody knows what became of that form: it may be done or not, and the same form once more finds out. A form that was
 * refused did nothing, and is none of these.
 */
export function canFormBeDone(): boolean {
  return processState().requests.getStore()?.pageNotes.fault ?? false;
}
