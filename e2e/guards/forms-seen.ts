import { HONEYPOT_FIELD } from '../../lib/core/form-state';

/** A field words can be typed into, and what stands beside it before anybody types. */
interface SeenField {
  name: string;
  /** Who is said to read it; null: nothing is said. */
  audience: string | null;
}

/** A form of ours in a page, by the action it is sent to. */
export interface SeenForm {
  action: string;
  /** Which of its steps, where it has several. */
  step: string;
  fields: SeenField[];
}

const ACTION = /\{&quot;id&quot;:&quot;([0-9a-f]+)&quot;/;
const TEXT_FIELD = /<(?:textarea|input)\b[^>]*>/g;
const STEP = /<input\b[^>]*\sname="step"[^>]*>/;
const NO_WORDS =
  /\stype="(?:hidden|radio|checkbox|date|time|file|number|password|search|email|tel|url)"|\sinputmode="(?:numeric|decimal)"/i;

function attribute(tag: string, name: string): string {
  return new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1] ?? '';
}

/** Reads the forms out of a page as a browser without script gets it. */
export function formsIn(html: string): SeenForm[] {
  const said = new Map<string, string>();
  for (const [tag] of html.matchAll(/<[a-z]+\b[^>]*\sdata-audience="[^"]*"[^>]*>/g)) {
    said.set(attribute(tag, 'id'), attribute(tag, 'data-audience'));
  }
  return html.split('<form').flatMap((part) => {
    const form = part.split('</form>')[0] ?? '';
    const action = ACTION.exec(form)?.[1];
    if (!action) return [];
    const tags = [...form.matchAll(TEXT_FIELD)].map(([tag]) => tag);
    const fields = tags
      .filter((tag) => !NO_WORDS.test(tag))
      .map((tag) => {
        const ids = attribute(tag, 'aria-describedby').split(' ');
        const audience = ids.map((id) => said.get(id)).find((one) => one !== undefined);
        return { name: attribute(tag, 'name'), audience: audience ?? null };
      });
    const step = attribute(STEP.exec(form)?.[0] ?? '', 'value');
    return [{ action, step, fields }];
  });
}

/**
 * Forms for words that stand beside each other, by their fields: without script, what is typed into one of them
 * is lost with the answer to another. Empty where there is one at most.
 */
export function besideEachOther(forms: readonly SeenForm[]): string[] {
  const words = forms
    .map(({ fields }) => fields.map(({ name }) => name).filter((name) => name !== HONEYPOT_FIELD))
    .filter((names) => names.length > 0)
    .map((names) => names.join(', '));
  return words.length > 1 ? words : [];
}
