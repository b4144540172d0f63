import { beforeAll, describe, expect, it, test } from 'vitest';
import { LOCALES, type Locale } from './core/paths';
import { DOMAINS } from './domains';
import { catalogue } from './i18n/catalogue';
import type { AuditThings, Manifest, Messages, PersonalDataRegister } from './manifest';
import { votingData } from './voting/register';

const ALL: readonly Manifest[] = DOMAINS;

const twice = (names: readonly string[]) =>
  names.filter((name, index) => names.indexOf(name) !== index);

function keysOf(texts: Messages | string | undefined, path = ''): string[] {
  if (typeof texts === 'string') return [path];
  return Object.entries(texts ?? {}).flatMap(([key, value]) =>
    keysOf(value, path === '' ? key : `${path}.${key}`),
  );
}

const at = (texts: Messages, key: string) =>
  key
    .split('.')
    .reduce<Messages | string | undefined>(
      (found, part) => (typeof found === 'object' ? found[part] : undefined),
      texts,
    );

/** What a path looks like whatever is put into it; a question behind it is the same page. */
function shapeOf(path: (...given: never[]) => string): string {
  const given = Array.from({ length: path.length }, () => '(x)') as never[];
  return decodeURIComponent(path(...given)).replace(/[?#].*$/, '');
}

/** The same page asked for something else. */
const VARIANTS =
  /(?:Saved|Next|Again|OnceMore|AfterTries|Compare|Entered|Disputed|Back|LookupResult)$/;

describe('the paths of all domains', () => {
  const claimed = ALL.flatMap(({ name, paths }) =>
    Object.entries(paths)
      .filter(([key]) => !VARIANTS.test(key))
      .map(([key, path]) => ({ domain: name, key, shape: shapeOf(path) })),
  );

  it('are claimed by one domain each', () => {
    const shapes = new Map<string, Set<string>>();
    for (const { domain, shape } of claimed)
      shapes.set(shape, (shapes.get(shape) ?? new Set()).add(domain));
    expect([...shapes].filter(([, domains]) => domains.size > 1)).toEqual([]);
  });

  it('have a name each', () => {
    expect(twice(claimed.map(({ key }) => key))).toEqual([]);
  });
});

describe('names that everybody sees', () => {
  test('no two domains, retention rules, jobs, kinds of waiting, catalogues are called the same', () => {
    expect(twice(ALL.map(({ name }) => name))).toEqual([]);
    expect(twice(ALL.flatMap(({ words }) => words.namespaces))).toEqual([]);
    for (const part of ['retention', 'jobs', 'waits'] as const)
      expect(twice(ALL.flatMap((domain) => Object.keys(domain[part])))).toEqual([]);
    for (const area of ['public', 'office'] as const)
      expect(
        twice(ALL.flatMap(({ navigation }) => navigation[area].map(({ place }) => place))),
      ).toEqual([]);
  });
});

describe.each(LOCALES)('in %s', (locale: Locale) => {
  let texts: Messages;
  beforeAll(async () => {
    texts = await catalogue(locale);
  });

  test('everything a manifest names has words', () => {
    const labels = ALL.flatMap(({ navigation, retention, waits }) => [
      ...Object.values(navigation).flatMap((places) =>
        places.map((place: { label: string }) => place.label),
      ),
      ...Object.values(retention).map(({ label }) => label),
      ...Object.values(waits).map(({ words }) => `${words}.go`),
    ]);
    expect(labels.filter((label) => typeof at(texts, label) !== 'string')).toEqual([]);
  });

  test.each(ALL.filter(({ audit }) => Object.keys(audit.events).length > 0))(
    'what $name writes down has words, and nothing else has',
    ({ name, audit }) => {
      const { event, thing } = texts[`${name}-audit`] as Record<string, Messages>;
      expect(keysOf(event).sort()).toEqual(Object.keys(audit.events).sort());
      const subjects = new Set(Object.values(audit.events));
      subjects.delete('none');
      for (const subject of subjects) if (isOfAnother(name, subject)) subjects.delete(subject);
      expect(keysOf(thing).sort()).toEqual([...subjects].sort());
      expect(Object.keys(audit.paths).sort()).toEqual([...subjects].sort());
    },
  );
});

/** An event may be about a thing of another domain, which has words and a path there. */
const isOfAnother = (name: string, subject: string) =>
  ALL.some((other) => other.name !== name && Object.hasOwn(other.audit.paths, subject));

test('everything that is written down belongs to one kind somebody can look for', () => {
  const parts: AuditThings[] = ALL.map(({ audit }) => audit);
  const words = parts.flatMap(({ kinds }) => Object.values(kinds).flat());
  expect(twice(words)).toEqual([]);
  const beginnings = new Set(
    parts.flatMap(({ events }) => Object.keys(events).map((event) => event.split('.')[0])),
  );
  expect([...beginnings].sort()).toEqual([...words].sort());
});

const registers = await Promise.all(ALL.map(({ register }) => register()));

describe('the register of personal data', () => {
  const entries = registers.flatMap((register: PersonalDataRegister) => Object.entries(register));

  test.each(entries)('%s is kept for a reason and not longer than said', (_, entry) => {
    expect(entry.purpose).not.toBe('');
    expect(entry.retention).not.toBe('');
  });

  test.each(
    entries.filter(([, { personal, sensitive }]) => personal.length + sensitive.length > 0),
  )('%s holds something of a person, so it is not kept for ever', (_, { retention }) => {
    expect(retention).not.toMatch(/permanent/);
  });

  test('the ballot box knows no person, the roll no choice', () => {
    expect(votingData.Ballot.personal).toEqual([]);
    expect(votingData.BallotReceipt.personal).toEqual([]);
    expect(votingData.RollEntry.neutral).toEqual(['id', 'pollId']);
  });
});
