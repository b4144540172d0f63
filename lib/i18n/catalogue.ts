import type { Locale } from '@/lib/core/paths';
import { DOMAINS } from '@/lib/domains';

export type Messages = { [key: string]: string | Messages };

/** Words that belong to no domain: the frame, forms, what went wrong. */
const SHARED = ['common', 'demo', 'failure', 'form', 'home', 'legal', 'team'];

const shared = {
  namespaces: SHARED,
  load: (locale: string, namespace: string) => import(`./words/${locale}/${namespace}.json`),
};

const loaded = new Map<Locale, Promise<Messages>>();

/** The name of a file is the first part of each of its keys. */
async function load(locale: Locale): Promise<Messages> {
  const files = await Promise.all(
    [shared, ...DOMAINS.map(({ words }) => words)].flatMap(({ namespaces, load: from }) =>
      namespaces.map(async (namespace) => {
        const file = (await from(locale, namespace)) as { default: Messages };
        return [namespace, file.default] as const;
      }),
    ),
  );
  return Object.fromEntries(files);
}

/** All sentences of a language, read once. */
export function catalogue(locale: Locale): Promise<Messages> {
  const known = loaded.get(locale) ?? load(locale);
  loaded.set(locale, known);
  return known;
}
