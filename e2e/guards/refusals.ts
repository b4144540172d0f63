import type { Page } from '@playwright/test';
import { FORM_TOKEN_FIELD, HONEYPOT_FIELD } from '../../lib/core/form-state';
import { type Hidden, READING, type Reading, type Way } from './refusals-read';

export interface Refusal {
  /** What tells forms apart. */
  kind: string;
  problems: string[];
  /** Lines above the fields that were looked at. */
  lines: number;
  /** Typed texts that stood there again. */
  kept: number;
}

type Part = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;
const HIDDEN = JSON.stringify({ token: FORM_TOKEN_FIELD, trap: HONEYPOT_FIELD } satisfies Hidden);

/**
 * In a page without script: sends each form to be filled in that is unlike those known, in ways that are refused,
 * and reads what comes back as the browser would show it.
 */
export function refuseEachUnlike(page: Page, known: readonly string[]): Promise<Refusal[]> {
  return inBrowser(page, `refuseAll(${HIDDEN}, ${JSON.stringify(known)})`);
}

/** In a page with a form that was sent: links that would take what is in it away. */
export const linksThatLose = (page: Page): Promise<string[]> =>
  inBrowser(page, 'problemsOfLeaving(document)');

/** In a page with the answer to a form: what is wrong with how it is said. */
export const problemsOfSaid = (page: Page): Promise<string[]> =>
  inBrowser(
    page,
    `problemsOfAnswer(document, formsOf(document, ${HIDDEN})[0], 'empty', ${HIDDEN})`,
  );

const inBrowser = <Answer>(page: Page, call: string): Promise<Answer> =>
  page.evaluate(`(() => {\n${READING}\n${SENDING}\nreturn ${call};\n})()`);

// What follows goes over to the browser as it stands here, so it knows nothing but itself and what goes with it.

declare const problemsOfAnswer: Reading['problemsOfAnswer'];

async function refuseAll(hidden: Hidden, known: string[]): Promise<Refusal[]> {
  const answers: Refusal[] = [];
  const done = new Set(known);
  for (const form of formsOf(document, hidden)) {
    const kind = kindOf(form);
    const isToFillIn = partsOf(form).some(
      ({ type, name }) => type !== 'hidden' && name !== hidden.trap,
    );
    if (done.has(kind) || !isToFillIn) continue;
    done.add(kind);
    const refusal: Refusal = { kind, problems: [], lines: 0, kept: 0 };
    for (const way of ['trap', 'too much', 'empty'] as const) {
      const { problems, lines, kept } = await refuse(form, way, hidden);
      refusal.problems.push(...problems.map((text) => `${way}: ${text}`));
      refusal.lines += lines;
      refusal.kept += kept;
    }
    answers.push(refusal);
  }
  return answers;
}

function formsOf(page: Document, { token }: Hidden): HTMLFormElement[] {
  return [...page.querySelectorAll<HTMLFormElement>('main form')].filter(
    (form) => form.elements.namedItem(token) !== null,
  );
}

function partsOf(form: HTMLFormElement): Part[] {
  return [...form.elements].filter((part): part is Part =>
    ['INPUT', 'TEXTAREA', 'SELECT'].includes(part.tagName),
  );
}

function kindOf(form: HTMLFormElement): string {
  // Not the words of a question: what is wrong is said among them.
  return [...form.elements]
    .filter(({ tagName }) => tagName !== 'FIELDSET')
    .map((part) => part.getAttribute('name') ?? part.textContent?.replace(/\d/g, '') ?? '')
    .filter((name) => !name.startsWith('$ACTION_'))
    .join(' ');
}

function choiceFor(part: Part, way: Way, chosen: Set<string>): string | undefined {
  if (way === 'empty' || part.type === 'checkbox' || chosen.has(part.name)) return undefined;
  chosen.add(part.name);
  return part.value;
}

function textFor(part: Part, way: Way): string {
  if (way !== 'too much') return '';
  return part.tagName === 'SELECT' ? part.value : 'zu viel '.repeat(900).trim();
}

function valueFor(
  part: Part,
  way: Way,
  chosen: Set<string>,
  { trap }: Hidden,
): string | File | undefined {
  if (part.name === trap) return way === 'trap' ? 'https://werbung.example' : '';
  if (part.type === 'hidden') return part.value;
  if (part.type === 'file') return new File([], '');
  const isChoice = part.type === 'radio' || part.type === 'checkbox';
  return isChoice ? choiceFor(part, way, chosen) : textFor(part, way);
}

function filled(form: HTMLFormElement, way: Way, hidden: Hidden): FormData {
  const data = new FormData();
  const chosen = new Set<string>();
  for (const part of partsOf(form).filter(({ name, disabled }) => name !== '' && !disabled)) {
    const value = valueFor(part, way, chosen, hidden);
    if (value !== undefined) data.append(part.name, value);
  }
  return data;
}

async function refuse(
  form: HTMLFormElement,
  way: Way,
  hidden: Hidden,
): Promise<Omit<Refusal, 'kind'>> {
  const nothing = { problems: [], lines: 0, kept: 0 };
  const sent = filled(form, way, hidden);
  const answer = await fetch(location.href, { method: 'POST', body: sent, redirect: 'manual' });
  // Nothing was missing: it is done, and there is nothing to be said.
  if (answer.type === 'opaqueredirect' && way !== 'trap') return nothing;
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  const [summary, ...more] = page.querySelectorAll('main .error-summary');
  const own = summary?.closest('form');
  // Right as it is: shown once more before it counts.
  if (!summary && /^(?:Bitte noch einmal ansehen|Please check): /.test(page.title)) return nothing;
  if (!summary || !own || kindOf(own) !== kindOf(form) || more.length > 0)
    return { ...nothing, problems: [`${answer.status} without one summary in it`] };
  const lines = [...summary.querySelectorAll('li')];
  const [lost, kept] = lostOf(own, sent, hidden);
  const problems = [...problemsOfAnswer(page, own, way, hidden), ...lost];
  return { problems, lines: lines.length, kept };
}

/** Fields somebody reads show again what was typed; codes, which nobody reads, need not. */
function lostOf(
  form: HTMLFormElement,
  sent: FormData,
  { trap }: Hidden,
): [lost: string[], kept: number] {
  const typed = partsOf(form).filter(
    ({ tagName, type, name }) =>
      tagName !== 'SELECT' &&
      name !== trap &&
      !['hidden', 'radio', 'checkbox', 'file'].includes(type),
  );
  const shown = (part: Part) =>
    part.tagName === 'TEXTAREA' ? part.value : (part.getAttribute('value') ?? '');
  const isRead = (part: Part) => /-seen\b/.test(part.getAttribute('aria-describedby') ?? '');
  const kept = typed.filter((part) => shown(part) === sent.get(part.name));
  const lost = typed.filter((part) => !kept.includes(part) && isRead(part));
  return [
    lost.map(({ name }) => `loses ${name}`),
    kept.filter((part) => shown(part) !== '').length,
  ];
}

const SENDING = [
  ...[refuseAll, formsOf, partsOf, kindOf, choiceFor, textFor, valueFor, filled, refuse, lostOf],
]
  .map(String)
  .join('\n');
