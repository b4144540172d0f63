import 'server-only';
import { processState } from './process-state.mjs';
import { type Said, saidJustNow, withoutHearsay } from './said';
import type { Tag } from './tags';

/**
 * Marks the answer being made as a reading page: the same bytes for everybody, kept without script
 * until something it shows changes. Done by the public frame and by public feeds, nowhere else.
 */
export function markReadingPage(): void {
  const notes = processState().requests.getStore()?.pageNotes;
  if (notes) notes.reading = true;
}

/** Somebody's session was looked at: this answer is never kept, whatever else it says. */
export function markPersonal(): void {
  const notes = processState().requests.getStore()?.pageNotes;
  if (notes) notes.personal = true;
}

/** A form of ours began its work: what fails from here on is not the fault of how it was sent. */
export function markActed(): void {
  const notes = processState().requests.getStore()?.pageNotes;
  if (notes) notes.acted = true;
}

/** Somebody tried too often: the answer says that, whatever the page itself would say. */
export function markTooMany(): void {
  const notes = processState().requests.getStore()?.pageNotes;
  if (notes) notes.tooMany = true;
}

/** This page works without a line: it alone may have a worker and be put onto a device. */
export function markWorksOffline(): void {
  const notes = processState().requests.getStore()?.pageNotes;
  if (notes) notes.offline = true;
}

/** No file could be made: a page of ours says so, in the language of whoever asked. */
export function markNotPrinted(): void {
  const notes = processState().requests.getStore()?.pageNotes;
  if (notes) notes.failure = 'druck';
}

/** What is being rendered shows these things; a reading page is made anew when one of them changes. */
export function showsTags(...tags: Tag[]): void {
  const notes = processState().requests.getStore()?.pageNotes;
  for (const tag of tags) notes?.tags.add(tag);
}

/** The page being rendered says something that stops being true at this instant. */
export function goodUntil(instant: Date): void {
  const notes = processState().requests.getStore()?.pageNotes;
  if (notes) notes.goodUntil = Math.min(notes.goodUntil, instant.getTime());
}

const HOLDS_SECRET = /\[(?:code|token|key|ticket|receipt|request)\]/;

/** The address of the page being made opens something by itself: it goes onto no paper and into no other address. */
export function addressOpens(): boolean {
  return HOLDS_SECRET.test(processState().requests.getStore()?.route ?? '');
}

/** Where whoever has to sign in first comes back to; nowhere where the address itself opens something. */
export function pageToReturnTo(): string | undefined {
  return addressOpens() ? undefined : processState().requests.getStore()?.path;
}

/** The path of the page being made with what was asked of it, so that its twin in another language shows the same. */
export function withSearch(path: string): string {
  const search = new URLSearchParams(processState().requests.getStore()?.search);
  // The framework's own mark of an answer to its program.
  search.delete('_rsc');
  return search.size === 0 || path.includes('?') ? path : `${path}?${search}`;
}

/** The sentence about the step that led to the page being made; not beside another form's answer. */
export function saidOfStep(): Said | null {
  const request = processState().requests.getStore();
  if (request?.pageNotes.answer || request?.pageNotes.saysItself) return null;
  return saidJustNow(request?.path, request?.search);
}

/** Whether that sentence is this one, which the page then says in its own place, and its frame does not. */
export function saysItself(words: string): boolean {
  const notes = processState().requests.getStore()?.pageNotes;
  if (!notes) return false;
  if (!notes.saysItself && saidOfStep()?.words === words) notes.saysItself = true;
  return notes.saysItself;
}

/**
 * What is asked of the page being made: the only way in which pages read their address. What it claims of a step counts
 * only for whoever was just led there by taking it.
 */
export async function believed<T extends object>(searchParams: Promise<T>): Promise<T> {
  const request = processState().requests.getStore();
  return withoutHearsay(await searchParams, request?.path, request?.search);
}

/**
 * Keeps the answer of a rarely changing read in this process until one of its tags is dropped.
 * When the database is gone the last answer stays usable, so forms can still be shown.
 */
export function rememberUntilDropped<T>(tags: readonly Tag[], load: () => Promise<T>) {
  let kept: { value: T } | null = null;
  let fresh = false;
  let generation = 0;
  processState().dropListeners.add((dropped) => {
    if (!dropped.includes('*') && !tags.some((tag) => dropped.includes(tag))) return;
    fresh = false;
    generation += 1;
  });
  return async (): Promise<T> => {
    if (kept && fresh) return kept.value;
    const started = generation;
    try {
      const value = await load();
      kept = { value };
      fresh = started === generation;
      return value;
    } catch (error) {
      if (kept) return kept.value;
      throw error;
    }
  };
}
