import { beforeAll, describe, expect, it, test } from 'vitest';
import { system } from './accounts/actor';
import type { AuditThings } from './audit/types';
import { personalKey } from './cases/keys';
import { findByNumber, findOwnPage } from './cases/queries';
import { db } from './core/db';
import { LOCALES, type Locale } from './core/paths';
import { groupCode } from './core/tokens';
import { DOMAINS } from './domains';
import { forumPaths } from './forum/paths';
import { makeSession, signUpFor } from './forum/samples';
import { catalogue, type Messages } from './i18n/catalogue';
import { initiativesPaths } from './initiatives/paths';
import { makeRequest } from './initiatives/samples';
import type { Manifest, PersonalDataRegister, WaitingKind } from './manifest';
import { sweepBy } from './operation/commands';
import { submitProposal } from './proposals/intake/commands';
import { proposalsPaths } from './proposals/paths';
import { proposalRow } from './proposals/rows.mjs';
import { PROPOSAL_KEYS } from './proposals/rules';
import { testDatabase } from './testing/database';
import { makeContext, makeDistrict, makeGuest, makeOffice } from './testing/factories';
import { votingData } from './voting/register';

testDatabase();

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
  /(?:Saved|Next|Again|OnceMore|AfterTries|Compare|Entered|Disputed|Back|Past|LookupResult)$/;

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

test('each tag of kept pages is of one domain', () => {
  const named = ALL.flatMap(({ tags }) => {
    const names = Object.values(tags).map((tag) =>
      typeof tag === 'string' ? tag : tag('x' as never).replace(/:x$/, ''),
    );
    return [...new Set(names)];
  });
  expect(named.length).toBeGreaterThan(10);
  expect(twice(named)).toEqual([]);
});

/** What the office's first page says of one that waits, with a date or without, as `TaskRows` draws it. */
const wordsOf = ({ counted, agreed, saysWhy }: WaitingKind): string[] => [
  'go',
  ...(counted ? ['counted'] : []),
  ...(counted || agreed ? [] : ['since']),
  ...(saysWhy ? ['why'] : []),
];

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
      ...Object.values(waits).flatMap((kind) =>
        wordsOf(kind).map((word) => `${kind.words}.${word}`),
      ),
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

describe('one night', () => {
  it('keeps every rule of every domain and writes each down', async () => {
    await makeOffice();
    const rules = ALL.flatMap(({ retention }) => Object.entries(retention));
    await sweepBy(system, Object.fromEntries(rules.map(([name, { keep }]) => [name, keep])));
    const marks = await db.operationMark.findMany({ where: { name: { startsWith: 'sweep.' } } });
    expect(marks.filter(({ ok }) => !ok)).toEqual([]);
    expect(marks.map(({ name }) => name).sort()).toEqual(
      rules.map(([name]) => `sweep.${name}`).sort(),
    );
  });
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

const KINDS = DOMAINS.flatMap(({ cases }) => cases);
let districtId = '';

beforeAll(async () => {
  await makeOffice();
  districtId = (await makeDistrict()).id;
});

async function sentProposal() {
  const input = {
    ...{ title: 'Bank am Weg', body: 'Zum Sitzen.', districtId, place: '', categoryId: '' },
    ...{ nameChoice: 'NEIGHBOUR' as const, name: '', contactKind: 'NUMBER' as const, contact: '' },
  };
  const context = makeContext();
  const sent = await submitProposal(makeGuest(), input, context);
  if (!sent.ok) throw new Error(sent.code);
  const { purpose, characters } = PROPOSAL_KEYS.code;
  return { ...sent.value, code: context.codeFor(purpose, characters) };
}

describe('one door for all cases', () => {
  it('leads by secret code to one’s own page, however it is typed', async () => {
    const proposal = await sentProposal();
    const request = await makeRequest(districtId);
    const seat = await signUpFor((await makeSession()).number);
    const own: [string, (code: string) => string][] = [
      [proposal.code, proposalsPaths.proposalReceipt],
      [request.code, initiativesPaths.supportReceipt],
      [seat.code, forumPaths.registration],
    ];
    for (const [code, path] of own) {
      const grouped = groupCode(code.replaceAll('-', ''));
      expect(await findOwnPage(KINDS, code)).toBe(path(grouped));
      expect(await findOwnPage(KINDS, ` ${grouped.toLowerCase().replace('-', ' ')} `)).toBe(
        path(grouped),
      );
    }
  });

  it('leads by the key of a mail, and nowhere by what opens nothing', async () => {
    const { number } = await sentProposal();
    const { id } = await db.proposal.findUniqueOrThrow({ where: { number } });
    const key = personalKey(PROPOSAL_KEYS, { id, number });
    expect(await findOwnPage(KINDS, ` ${key}`)).toBe(proposalsPaths.proposalReceipt(key));
    for (const typed of ['ACDE-FGHJ', '%', '', 'Bank am Weg', key.replace(/.$/, '_')]) {
      expect(await findOwnPage(KINDS, typed), typed).toBeNull();
    }
  });

  it('a number leads to what everybody may read, and only there', async () => {
    const { number } = await sentProposal();
    expect(await findByNumber(KINDS, number)).toMatchObject({ path: null });
    const shown = await db.proposal.create({
      data: proposalRow({ title: 'Offen', body: 'Da.', districtId, stateSince: new Date() }),
    });
    expect(await findByNumber(KINDS, shown.number)).toMatchObject({
      path: proposalsPaths.proposal(shown.number),
    });
    const request = await makeRequest(districtId);
    expect(await findByNumber(KINDS, request.number)).toMatchObject({ path: null });
  });
});
