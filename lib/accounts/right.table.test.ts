import { beforeAll, describe, expect, it } from 'vitest';
import { LOCALES } from '@/lib/core/paths';
import { DOMAINS } from '@/lib/domains';
import { catalogue } from '@/lib/i18n/catalogue';
import type { Manifest } from '@/lib/manifest';
import { testDatabase } from '@/lib/testing/database';
import { makeActor, makeGuest, makeOffice, makePartner } from '@/lib/testing/factories';
import { FOUNDATIONS } from '@/lib/tooling/checks/folders.mjs';
import { entriesThatAsk } from '@/lib/tooling/checks/own-asking.mjs';
import { PROJECT_ROOT } from '@/lib/tooling/project.mjs';
import { EVERYBODY, type Right } from './right';
import type { Visitor } from './types';

testDatabase();

type Entry = (() => unknown) & { right: Right; audit?: readonly string[] };

/** Everything of the program that asks for a right, with the folder it lies in. */
async function entries(): Promise<[name: string, entry: Entry][]> {
  const files = import.meta.glob('/lib/**/{commands,queries}.ts');
  const found: [string, Entry][] = [];
  for (const [file, load] of Object.entries(files)) {
    const folder = file.replace(/^\/lib\/|\/\w+\.ts$/g, '');
    for (const [name, value] of Object.entries((await load()) as object))
      if (typeof value === 'function' && 'right' in value)
        found.push([`${folder}: ${name}`, value as Entry]);
  }
  return found.sort(([a], [b]) => a.localeCompare(b, 'en'));
}

const ALL: readonly Manifest[] = DOMAINS;

/** Which rights of its domain a folder asks for by hand: at one of several ways in. */
async function askedByHand(): Promise<[name: string, right: Right | undefined][]> {
  const found: [string, Right | undefined][] = [];
  const texts = import.meta.glob<string>('/lib/*/**/queries.ts', {
    query: '?raw',
    import: 'default',
  });
  for (const [file, load] of Object.entries(texts)) {
    const folder = file.replace(/^\/lib\/|\/\w+\.ts$/g, '');
    const rights = await ALL.find(({ name }) => name === folder.split('/')[0])?.rights();
    for (const [, key = ''] of (await load()).matchAll(/\badmit\(\w+_RIGHTS\.(\w+)/g))
      found.push([`${folder}: by hand`, rights?.[key]]);
  }
  return found;
}

/** The rights all domains bring, each with whose it is. */
async function brought(): Promise<Map<Right, Manifest>> {
  const parts = await Promise.all(
    ALL.map(async (domain) =>
      Object.values(await domain.rights()).map((right) => [right, domain] as const),
    ),
  );
  return new Map(parts.flat());
}

/** Whose sentence says what of the rights they have beside somebody else's. */
const SAID = [
  ['representative', 'REPRESENTATIVE', 'resident'],
  ['admin', 'ADMIN', 'coordinator'],
] as const;

/** The words for each right: in German, in easy German, in English. */
const WORDS: Record<'REPRESENTATIVE' | 'ADMIN', Record<string, [string, string, string]>> = {
  REPRESENTATIVE: {
    'forum.setAgenda': ['Setzt die Tagesordnung', 'Macht die Tagesordnung', 'Sets the agenda'],
    'forum.represent': ['bestätigt Protokolle', 'bestätigt das Protokoll', 'confirms minutes'],
    'forum.readMinutes': ['liest und', 'Liest und', 'reads and'],
    'voting.check': ['gibt sie frei', 'gibt sie frei', 'approves polls'],
    'voting.count': ['zählt sie aus', 'Zählt sie aus', 'counts them'],
  },
  ADMIN: {
    'accounts.administrate': ['Konten', 'Konten', 'accounts'],
    'accounts.changeRights': ['Rechte', 'Rechte', 'rights'],
    'audit.look': ['Änderungsprotokoll', 'Liest alle Änderungen', 'change log'],
    'settings.change': ['Ändert außerdem Einstellungen', 'Einstellungen', 'changes settings'],
  },
};

let people: [string, Visitor][];

beforeAll(async () => {
  await makeOffice();
  const { id: partnerId } = await makePartner();
  people = [
    ['guest', makeGuest()],
    ['resident', await makeActor()],
    ['representative', await makeActor({ roles: ['REPRESENTATIVE'] })],
    ['partner', await makeActor({ roles: ['PARTNER'], partnerId })],
    ['funder', await makeActor({ roles: ['FUNDER'] })],
    ['counsellor', await makeActor({ roles: ['COUNSELLOR'] })],
    ['coordinator', await makeActor({ roles: ['COORDINATOR'] })],
    [
      '… before the second factor',
      await makeActor({ roles: ['COORDINATOR'], secondFactor: false }),
    ],
    ['admin', await makeActor({ roles: ['ADMIN'] })],
  ];
});

/** Who acts in what no gate asks, as its first parameter says it. */
const ACTING: Readonly<Record<string, string>> = {
  Actor: 'whoever is signed in, about themselves',
  Guest: 'whoever is not signed in',
  System: 'the program itself: jobs, and what the gates call',
  'Actor | Guest': 'anybody, about themselves',
  'Actor | Guest | System': 'anybody, or the program',
  'System | Visitor': 'anybody, or the program',
  'Visitor | System': 'anybody, or the program',
  Viewer: 'a page, in its language',
  Visitor: 'whoever reads; what they are shown depends on who they are',
};

function ofThemselves(): string[] {
  const found = [...entriesThatAsk(PROJECT_ROOT)];
  expect(found.map(([who]) => who).filter((who) => !(who in ACTING))).toEqual([]);
  return [
    '## What no gate asks a right for',
    '',
    'Entries that are given who acts instead: what they do concerns that person alone, or follows from what a thing is to',
    'them (a ballot at the desk of whoever opened it); and what the program does by itself. Guards try the actions and routes.',
    '',
    '| Who acts | | What they call |',
    '| --- | --- | --- |',
    ...found.map(
      ([who, names]) => `| ${who.replaceAll('|', 'or')} | ${ACTING[who]} | ${names.join('; ')} |`,
    ),
    '',
  ];
}

describe('who may what', () => {
  it('stands in the table', async () => {
    const asking = [
      ...(await entries()).map(([name, { right }]) => [name, right] as const),
      ...(await askedByHand()),
    ];
    const rows = [...(await brought()).keys()].sort((a, b) => a.name.localeCompare(b.name, 'en'));
    const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
    const lines = rows.map((right) => {
      const { name } = right;
      const uses = asking.flatMap(([use, asked]) => (asked === right ? [use] : []));
      const marks = people.map(([, who]) => (right.isHeldBy(who) ? 'yes' : ''));
      const note = right.asksAnew ? ' (second factor given just now)' : '';
      return line([`${name}${note}`, ...marks, uses.join('; ')]);
    });
    const head = ['Right', ...people.map(([name]) => name), 'What asks for it'];
    const text = [
      '# Who may what',
      '',
      'Made from the commands and reads of the program by `lib/accounts/right.table.test.ts`, which fails when',
      'this page says something else; `npm test -- lib/accounts/right.table -u` writes it anew. Whose thing it is',
      'about (one’s own proposal, one’s own entries) is asked beside the right and tested with each command.',
      '',
      line(head),
      line(head.map(() => '---')),
      ...lines,
      '',
      ...ofThemselves(),
    ].join('\n');
    await expect(text).toMatchFileSnapshot('../decisions/rights.md');
  });

  it.each(LOCALES)('is said of the representation and the administration in %s', async (locale) => {
    const all = [...(await brought()).keys()];
    const held = (who: string) => {
      const visitor = people.find(([name]) => name === who)?.[1] ?? makeGuest();
      return all.filter((right) => right.isHeldBy(visitor)).map(({ name }) => name);
    };
    const { people: words } = await catalogue(locale);
    const { role } = words as { role: Record<string, { may: string }> };
    const beside = (who: string, other: string) => {
      const others = held(other);
      return held(who).filter((name) => !others.includes(name));
    };
    for (const [who, name, other] of SAID) {
      const said = Object.entries(WORDS[name]).map(([right, [de, easy, en]]) => {
        const words = { de, 'de-LS': easy, en }[locale] ?? '';
        return [right, role[name]?.may.includes(words)];
      });
      const rights = beside(who, other).map((right) => [right, true]);
      expect(said.sort()).toEqual(rights.sort());
    }
    // What the administration's sentence says of the coordination's rights.
    expect(beside('coordinator', 'admin')).toEqual([]);
  });

  it('is called after the domain that brings it, and like nothing else', async () => {
    const rights = [...(await brought())].filter(([right]) => right !== EVERYBODY);
    const names = rights.map(([{ name }]) => name);
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
    const foreign = rights.filter(([right, { name }]) => !right.name.startsWith(`${name}.`));
    expect(foreign.map(([{ name }]) => name)).toEqual([]);
  });

  it('is asked for where its domain may be named, and nothing in no manifest is', async () => {
    const rights = await brought();
    const wrong = (await entries()).flatMap(([entry, { right }]) => {
      const owner = rights.get(right)?.name;
      const asks = ALL.find(({ name }) => name === entry.split(/[/:]/)[0]);
      if (owner === undefined) return [`${entry} asks for "${right.name}", which no domain brings`];
      const may = [asks?.name ?? '', ...(asks?.reads ?? []), ...FOUNDATIONS].includes(owner);
      return may ? [] : [`${entry} asks for "${right.name}" of ${owner}`];
    });
    expect(wrong).toEqual([]);
  });

  it('is asked for by something', async () => {
    const asked = new Set<Right | undefined>([
      ...(await entries()).map(([, { right }]) => right),
      ...(await askedByHand()).map(([, right]) => right),
    ]);
    const idle = [...(await brought()).keys()].filter((right) => !asked.has(right));
    expect(idle.map(({ name }) => name)).toEqual([]);
  });
});
