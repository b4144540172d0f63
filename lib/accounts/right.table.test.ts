import { beforeAll, describe, expect, it } from 'vitest';
import { testDatabase } from '@/lib/testing/database';
import { makeActor, makeGuest, makeOffice, makePartner } from '@/lib/testing/factories';
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
    ].join('\n');
    await expect(text).toMatchFileSnapshot('../decisions/rights.md');
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
