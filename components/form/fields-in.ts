import { Children, isValidElement, type ReactNode } from 'react';

type Told = { name?: unknown; id?: unknown; label?: unknown; children?: ReactNode };

/** A field as it says itself what it is. */
export type KnownField = { name: string; id: string; label: string };

/**
 * The fields of a form from its top to its end, also those that were not sent because nothing was chosen.
 * Read from what the form is given to show, so that without script, too, what is wrong can be said above the
 * fields, in their order and under their names.
 */
export function fieldsIn(shown: ReactNode): KnownField[] {
  const found: KnownField[] = [];
  Children.forEach(shown, (child) => {
    if (!isValidElement<Told>(child)) return;
    const { name, id = name, label, children } = child.props;
    if (typeof name === 'string' && typeof id === 'string' && typeof label === 'string')
      found.push({ name, id, label });
    else if (Array.isArray(children) || isValidElement(children) || isLazy(children))
      found.push(...fieldsIn(children));
  });
  return found;
}

/** What the server was still making when the rest had gone out. */
const isLazy = (node: unknown) => typeof node === 'object' && node !== null && '_payload' in node;

/** "Titel: Bitte füllen Sie …"; a question has its own sign at the end. */
export const underLabel = (label: string, message: string) =>
  `${label}${/[\p{P}]$/u.test(label) ? '' : ':'} ${message}`;
