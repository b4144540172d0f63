/** Nothing chosen or typed, far too much, or the field filled in that only programs fill in. */
export type Way = 'empty' | 'too much' | 'trap';
/** Fields of every form: what makes it ours, and what nobody must fill in. */
export interface Hidden {
  token: string;
  trap: string;
}

// What is read in the answer to a form goes over to the browser as it stands here, so it knows nothing but itself.

function plain(text: string | null | undefined): string {
  return (text ?? '').replace(/\s+/g, ' ').trim();
}

function problemsOfAnswer(
  page: Document,
  form: HTMLFormElement,
  way: Way,
  hidden: Hidden,
): string[] {
  const lines = [...form.querySelectorAll('.error-summary li')];
  return [
    ...problemsOfSaying(page, form, way, hidden),
    ...lines.flatMap((line) => problemsOfLine(line, form, hidden)),
    ...problemsOfOrder(lines, page),
    ...problemsOfLeaving(page),
  ];
}

/** The sign before the title, and not a word to programs. */
function problemsOfSaying(
  page: Document,
  form: HTMLFormElement,
  way: Way,
  { trap }: Hidden,
): string[] {
  const summary = form.querySelector('.error-summary');
  const isOfFields = summary?.querySelector('li') !== null;
  const sign = isOfFields
    ? /^(?:Fehler|Error): /
    : /^(?:Fehler|Error|Nicht gespeichert|Not saved): /;
  const trapName = plain(form.querySelector(`[name="${trap}"]`)?.closest('label')?.textContent);
  return [
    ...(sign.test(page.title) ? [] : [`the title is "${page.title}"`]),
    ...(plain(summary?.textContent).includes(trapName) ? ['speaks of the trap'] : []),
    ...(way === 'trap' && isOfFields ? ['tells a program what to fill in'] : []),
  ];
}

function targetOf(line: Element, page: Document): Element | null {
  const id = line.querySelector('a')?.getAttribute('href')?.replace(/^#/, '') ?? '';
  return id === '' ? null : page.getElementById(id);
}

/** What stands above a field as its name: its own label, or the question it is one answer to. */
function namesOf(target: Element): string[] {
  const own = target.ownerDocument.querySelectorAll(`label[for="${CSS.escape(target.id)}"]`);
  const question = target.closest('fieldset')?.querySelectorAll(':scope > legend') ?? [];
  return [...own, ...question].map((label) => {
    const copy = label.cloneNode(true) as Element;
    for (const aside of copy.querySelectorAll('.field-optional')) aside.remove();
    return plain(copy.textContent);
  });
}

function problemsOfLine(line: Element, form: HTMLFormElement, { trap }: Hidden): string[] {
  const said = plain(line.textContent);
  const target = targetOf(line, form.ownerDocument);
  if (!target || !form.contains(target)) return [`"${said}" leads to no field of the form`];
  const same = form.ownerDocument.querySelectorAll(`[id="${CSS.escape(target.id)}"]`);
  const names = namesOf(target);
  const isNamed = names.some((name) => said.startsWith(name) && said.length > name.length + 5);
  return [
    ...(isNamed ? [] : [`"${said}" does not say what is missing in "${names.join('", "')}"`]),
    ...(target.getAttribute('name') === trap ? [`"${said}" leads to the trap`] : []),
    ...(same.length > 1 ? [`"${said}" could lead to several fields`] : []),
  ];
}

function problemsOfOrder(lines: readonly Element[], page: Document): string[] {
  const targets = lines.flatMap((line) => targetOf(line, page) ?? []);
  return targets.flatMap((target, index) => {
    const before = targets[index - 1];
    if (!before) return [];
    const isBelow = before.compareDocumentPosition(target) & before.DOCUMENT_POSITION_FOLLOWING;
    return isBelow ? [] : [`"${target.id}" is said after "${before.id}", and stands above it`];
  });
}

/**
 * The way back without script is a page made anew, so what leads on beside the fields, or to the same page in
 * another language, opens beside it. Who presses a way out at the end of a form wants out.
 */
function problemsOfLeaving(page: Document): string[] {
  const forms = [...page.querySelectorAll('main form[method="post" i]')];
  const holdsWords = forms.some(
    (form) =>
      form.querySelector(
        'textarea, input[type="text"]:not([tabindex="-1"]), input[type="radio"], .summary, button[name="formStep"]',
      ) !== null,
  );
  const languages = page.querySelectorAll('a[hreflang]:not([aria-current])');
  const within = forms.flatMap((form) => [...form.querySelectorAll('a[href]')]);
  const leading = within.filter(
    (link) =>
      link.closest('.form-actions') === null &&
      !/^(?:#|tel:|mailto:)/.test(link.getAttribute('href') ?? ''),
  );
  return [...(holdsWords ? languages : []), ...leading]
    .filter((link) => link.getAttribute('target') !== '_blank')
    .map((link) => `"${plain(link.textContent)}" takes away what was typed`);
}

const ALL = {
  ...{ plain, targetOf, namesOf, problemsOfAnswer },
  ...{ problemsOfSaying, problemsOfLine, problemsOfOrder, problemsOfLeaving },
};
export type Reading = typeof ALL;
export const READING = Object.values(ALL).map(String).join('\n');
