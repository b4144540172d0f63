import { readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '@/lib/accounts/types';
import { now } from '@/lib/core/clock';
import { db } from '@/lib/core/db';
import { testDatabase } from '@/lib/testing/database';
import { makeActor, makeDistrict, makeOffice } from '@/lib/testing/factories';
import { proposalRow } from '../rows.mjs';
import { searchInbox } from './queries';

testDatabase();

interface Written {
  title: string;
  body: string;
  place?: string;
}

const file = path.resolve(import.meta.dirname, '../../../prisma/demo/demo-content.json');
const content = JSON.parse(readFileSync(file, 'utf8')) as { proposals: Written[] };

const OWN: Written[] = [
  { title: 'Mehr Grün am Platz', body: 'Da ist alles grau.' },
  { title: 'Straßenlampe flackert', body: 'Seit Tagen.' },
  { title: 'Ba\u0308nke vor dem Arzt', body: 'Zum Sitzen.' },
  { title: 'Rabatt', body: 'Fahrkarten um 50 % billiger.', place: 'Café_Nord' },
];

let staff: Actor;

beforeAll(async () => {
  await makeOffice();
  staff = await makeActor({ roles: ['COORDINATOR'] });
  const { id: districtId } = await makeDistrict();
  const rows = [...content.proposals, ...OWN].map(({ title, body, place = '' }) =>
    proposalRow({ title, body, place, districtId, stateSince: now() }),
  );
  for (const data of rows) await db.proposal.create({ data });
});

const titles = async (typed: string) =>
  (await searchInbox(staff, typed)).map(({ title }) => title.normalize('NFC'));

describe('the search of the office', () => {
  it.each([
    ['Gruen', 'Mehr Grün am Platz'],
    ['GRÜN platz', 'Mehr Grün am Platz'],
    ['Gru\u0308n', 'Mehr Grün am Platz'],
    ['Strassenlampe', 'Straßenlampe flackert'],
    ['Baenke', 'Bänke vor dem Arzt'],
    ['Bänke', 'Bänke vor dem Arzt'],
    ['Geländer Treppe', 'Handlauf an der langen Treppe am Griesbacher Hang'],
    ['treppe gelaender', 'Handlauf an der langen Treppe am Griesbacher Hang'],
    ['50 %', 'Rabatt'],
    ['cafe_nord', 'Rabatt'],
  ])('finds by %s: %s', async (typed, title) => {
    expect(await titles(typed)).toContain(title);
  });

  it.each(['%', '_', '%%%', 'Gr_n Platz', 'Grün%Platz'])('finds nothing by %s', async (typed) => {
    expect(await titles(typed)).toEqual([]);
  });

  it('asks every word, in one proposal', async () => {
    expect(await titles('Grün Straßenlampe')).toEqual([]);
  });
});
