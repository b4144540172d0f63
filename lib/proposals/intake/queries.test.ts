import { readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { now } from '@/lib/core/clock';
import { db } from '@/lib/core/db';
import { testDatabase } from '@/lib/testing/database';
import { makeDistrict, makeOffice } from '@/lib/testing/factories';
import { ownerDb } from '@/lib/testing/owner';
import { proposalRow } from '../rows.mjs';
import { listSimilarProposals } from './queries';

testDatabase();

interface Text {
  districtId: string;
  title: string;
  body: string;
  place?: string;
  categoryId?: string;
}

interface Pair {
  id: string;
  a: Text;
  b: Text;
}

const file = path.resolve(import.meta.dirname, '../../../prisma/demo/demo-content.json');
const content = JSON.parse(readFileSync(file, 'utf8')) as {
  proposals: (Text & { id: string })[];
  duplicatePairs: Pair[];
  easyDuplicatePairs: Pair[];
};

const districts = new Map<string, string>();
const categories = new Map<string, string>();

async function publish(text: Text): Promise<number> {
  const at = now();
  const { number } = await db.proposal.create({
    data: proposalRow({
      title: text.title,
      body: text.body,
      districtId: districts.get(text.districtId) ?? '',
      categoryId: categories.get(text.categoryId ?? '') ?? null,
      place: text.place ?? '',
      stateSince: at,
    }),
  });
  return number;
}

beforeAll(async () => {
  await makeOffice();
  const all = [...content.duplicatePairs, ...content.easyDuplicatePairs];
  const texts = [...content.proposals, ...all.flatMap(({ a, b }) => [a, b])];
  for (const id of new Set(texts.map(({ districtId }) => districtId))) {
    districts.set(id, (await makeDistrict()).id);
  }
  for (const slug of new Set(texts.map(({ categoryId }) => categoryId ?? ''))) {
    if (slug === '') continue;
    categories.set(slug, (await db.category.create({ data: { slug, label: slug } })).id);
  }
  for (const proposal of content.proposals) await publish(proposal);
});

/** How many of the pairs find their other half among the three shown. */
async function found(pairs: Pair[]): Promise<number> {
  let hits = 0;
  for (const { a, b } of pairs) {
    const number = await publish(a);
    const similar = await listSimilarProposals({
      title: b.title,
      body: b.body,
      districtId: districts.get(b.districtId) ?? '',
      place: b.place ?? '',
      categoryId: categories.get(b.categoryId ?? '') ?? '',
    });
    if (similar.some((one) => one.number === number || one.title === a.title)) hits += 1;
    await ownerDb.$executeRaw`TRUNCATE proposals CASCADE`;
  }
  return hits;
}

describe('similar proposals', () => {
  it('show every easy duplicate of the test pairs', async () => {
    expect(await found(content.easyDuplicatePairs)).toBe(content.easyDuplicatePairs.length);
  });

  it('show the hard ones in other words, too, but for one', async () => {
    const missed = content.duplicatePairs.length - (await found(content.duplicatePairs));
    expect(missed).toBeLessThanOrEqual(1);
  });
});
