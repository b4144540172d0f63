import 'server-only';
import type { Tx } from '@/lib/core/db';
import { factsOf } from '@/lib/core/error-facts.mjs';
import { folded } from '@/lib/core/folded';
import type { Prisma } from '@/prisma/generated/client';
import type { Known } from './judging/steps';

type Row = Prisma.OutreachContactCreateManyInput & { id: string };

interface StoredContacts {
  /** Ids of those that were not there before. */
  fresh: Set<string>;
  /** Ids of those the database refuses whoever writes. */
  unwanted: Set<string>;
}

/** Stores contacts that are not there yet; what the database will not have keeps no other back. */
export async function storeContacts(tx: Tx, rows: readonly Row[]): Promise<StoredContacts> {
  // In one order for all senders: two with the same contacts then never wait for each other in a circle.
  const inOrder = rows.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const together = await tried(tx, inOrder);
  if (together) return { fresh: await withoutDeleted(tx, together), unwanted: new Set() };
  const stored: string[] = [];
  const unwanted = new Set<string>();
  for (const row of inOrder) {
    const one = await tried(tx, [row]);
    if (one) stored.push(...one);
    else unwanted.add(row.id);
  }
  return { fresh: await withoutDeleted(tx, stored), unwanted };
}

/** What the database says of a value it cannot take (22) or may not (23), and how the client calls some of them. */
const OF_VALUES = /^(?:2[23]...|P20(?:00|03|04|06|07|11|19|20))$/;

const isOfValues = (error: unknown): boolean => {
  const { sqlState, code } = factsOf(error);
  return OF_VALUES.test(sqlState ?? code ?? '');
};

/** Null when the database refuses one of them; then none is stored. */
async function tried(tx: Tx, data: readonly Row[]): Promise<string[] | null> {
  await tx.$executeRaw`SAVEPOINT contacts`;
  try {
    const stored = await tx.outreachContact.createManyAndReturn({
      data: [...data],
      skipDuplicates: true,
      select: { id: true },
    });
    await tx.$executeRaw`RELEASE SAVEPOINT contacts`;
    return stored.map(({ id }) => id);
  } catch (error) {
    if (!isOfValues(error)) throw error;
    await tx.$executeRaw`ROLLBACK TO SAVEPOINT contacts`;
    return null;
  }
}

/**
 * Takes back what somebody had deleted before. Asked only after the rows are there: storing waits for whoever is just
 * deleting the same contact, and what they leave behind is seen by no question asked earlier.
 */
async function withoutDeleted(tx: Tx, stored: readonly string[]): Promise<Set<string>> {
  if (stored.length === 0) return new Set();
  const gone = await tx.outreachDeletedContact.findMany({
    where: { id: { in: [...stored] } },
    select: { id: true },
  });
  const ids = gone.map(({ id }) => id);
  if (ids.length > 0) await tx.outreachContact.deleteMany({ where: { id: { in: ids } } });
  return new Set(stored.filter((id) => !ids.includes(id)));
}

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/**
 * Which of them came before, or were deleted since. An answer may be lost, and what is sent once more may by then be too
 * old, or name what is not there any more: stored it is all the same.
 */
export async function storedBefore(tx: Tx, ids: readonly string[]): Promise<Set<string>> {
  const where = { id: { in: ids.filter((id) => UUID.test(id)) } };
  if (where.id.in.length === 0) return new Set();
  const select = { id: true } as const;
  const stored = await tx.outreachContact.findMany({ where, select });
  const deleted = await tx.outreachDeletedContact.findMany({ where, select });
  return new Set([...stored, ...deleted].map(({ id }) => id));
}

/** Whatever a contact may name, as it stands in the settings. */
export async function knownPlaces(tx: Tx): Promise<Known> {
  const id = { select: { id: true } } as const;
  const ids = (rows: { id: string }[]) => new Set(rows.map((row) => row.id));
  return {
    districts: ids(await tx.district.findMany(id)),
    categories: ids(await tx.category.findMany(id)),
    places: new Set(
      (await tx.place.findMany({ select: { name: true } })).map(({ name }) => folded(name)),
    ),
  };
}
