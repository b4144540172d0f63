import type { Locale } from '@/lib/core/paths';

/** One file per domain and language; the file's name is the first part of each key. */
const DOMAINS = [
  'accounts',
  'audit',
  'calendar',
  'calendar-partner',
  'common',
  'counselling',
  'counting',
  'demo',
  'failure',
  'form',
  'forum',
  'forum-office',
  'forum-representation',
  'home',
  'initiatives',
  'initiatives-groups',
  'initiatives-mail',
  'initiatives-office',
  'legal',
  'mail',
  'network',
  'office',
  'operation',
  'people',
  'privacy',
  'profile',
  'proposals',
  'proposals-intake',
  'proposals-mail',
  'proposals-office',
  'proposals-signatures',
  'record',
  'reminders',
  'reports',
  'settings',
  'team',
  'voting',
  'voting-ballot',
  'voting-desk',
  'voting-drafts',
  'voting-methods',
  'voting-office',
  'voting-print',
  'voting-result',
] as const;

type Messages = { [key: string]: string | Messages };

const loaded = new Map<Locale, Promise<Messages>>();

async function load(locale: Locale): Promise<Messages> {
  const files = await Promise.all(
    DOMAINS.map(async (domain) => {
      const file = (await import(`./messages/${locale}/${domain}.json`)) as { default: Messages };
      return [domain, file.default] as const;
    }),
  );
  return Object.fromEntries(files);
}

/** All sentences of a language, read once. */
export function catalogue(locale: Locale): Promise<Messages> {
  const known = loaded.get(locale) ?? load(locale);
  loaded.set(locale, known);
  return known;
}
