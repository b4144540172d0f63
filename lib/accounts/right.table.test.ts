import { beforeAll, describe, expect, it } from 'vitest';
import { LOCALES } from '@/lib/core/paths';
import { catalogue } from '@/lib/i18n/catalogue';
import { testDatabase } from '@/lib/testing/database';
import { makeActor, makeGuest, makeOffice, makePartner } from '@/lib/testing/factories';
import { entriesThatAsk } from '@/lib/tooling/checks/own-asking.mjs';
import { PROJECT_ROOT } from '@/lib/tooling/project.mjs';
import type { Right } from './right';
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
    const byRight = new Map<string, { right: Right; uses: string[] }>();
    for (const [name, { right }] of await entries()) {
      const row = byRight.get(right.name) ?? { right, uses: [] };
      byRight.set(right.name, { right, uses: [...row.uses, name] });
    }
    const rows = [...byRight].sort(([a], [b]) => a.localeCompare(b, 'en'));
    const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
    const lines = rows.map(([name, { right, uses }]) => {
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
    const all = new Map((await entries()).map(([, { right }]) => [right.name, right]));
    const held = (who: string) => {
      const visitor = people.find(([name]) => name === who)?.[1] ?? makeGuest();
      return [...all.values()].filter((right) => right.isHeldBy(visitor)).map(({ name }) => name);
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

  it('has one meaning for each name', async () => {
    const meanings = new Map<string, Set<unknown>>();
    for (const [, { right }] of await entries()) {
      const known = meanings.get(right.name) ?? new Set();
      meanings.set(right.name, known.add(right));
    }
    const doubtful = [...meanings].filter(([, rights]) => rights.size > 1).map(([name]) => name);
    expect(doubtful).toEqual([]);
  });
});
