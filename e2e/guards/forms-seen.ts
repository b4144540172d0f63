/** A field words can be typed into, and what stands beside it before anybody types. */
interface SeenField {
  name: string;
  /** Who is said to read it; null: nothing is said. */
  audience: string | null;
}

/** A form in a page, by the action of ours it is sent to. */
export interface SeenForm {
  /** Empty where it only asks for another page. */
  action: string;
  /** Which of its steps, where it has several. */
  step: string;
  fields: SeenField[];
}

const ACTION = /(?:\{&quot;id&quot;:&quot;|\$ACTION_ID_)([0-9a-f]+)/;
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
  const parts = html.split(/<form(?=[\s>])/).slice(1);
  return parts.map((part) => {
    const form = part.split('</form>')[0] ?? '';
    const action = ACTION.exec(form)?.[1] ?? '';
    const tags = [...form.matchAll(TEXT_FIELD)].map(([tag]) => tag);
    const fields = tags
      .filter((tag) => !NO_WORDS.test(tag))
      .map((tag) => {
        const ids = attribute(tag, 'aria-describedby').split(' ');
        const audience = ids.map((id) => said.get(id)).find((one) => one !== undefined);
        return { name: attribute(tag, 'name'), audience: audience ?? null };
      });
    const step = attribute(STEP.exec(form)?.[0] ?? '', 'value');
    return { action, step, fields };
  });
}
