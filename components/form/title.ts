import { useEffect } from 'react';
import { answerKind, type FormState } from '@/lib/core/form-state';

/** What stands before the title of the page while a form is not sent. */
export interface Titles {
  invalid: string;
  failed: string;
  check: string;
}

/**
 * The title says how the form was answered, as that of a page without script does: whoever comes back to the
 * window or hears its name first knows that nothing was sent yet.
 */
export function useTitle(titles: Titles, state: FormState, answer: number): void {
  const kind = answerKind(state);
  const before = kind === '' ? '' : titles[kind];
  useEffect(() => {
    if (answer === 0) return;
    const own = plainTitle(document.title, titles);
    const title = before === '' ? own : `${before} ${own}`;
    document.title = title;
    return () => {
      // The next page may have come meanwhile, with a title of its own.
      if (document.title === title) document.title = own;
    };
  }, [titles, before, answer]);
}

/** Without what another form, or the server, has put before it. */
function plainTitle(title: string, titles: Titles): string {
  const before = Object.values(titles).find((one) => title.startsWith(`${one} `));
  return before ? title.slice(before.length + 1) : title;
}
