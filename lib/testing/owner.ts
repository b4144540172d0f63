import { PrismaPg } from '@prisma/adapter-pg';
import { PrismaClient } from '@/prisma/generated/client';

let owner: PrismaClient | null = null;

/** Whether a test gave this database another clock, see `moveClock`. */
export const isClockReplaced = { here: false };

export function connectOwner(url: string): void {
  isClockReplaced.here = false;
  owner = new PrismaClient({ adapter: new PrismaPg({ connectionString: url, max: 4 }) });
}

export async function disconnectOwner(): Promise<void> {
  await owner?.$disconnect();
}

/**
 * The test's database as its owner: for looking where the program may not, and for taking a guard
 * away. Everything else in a test works as the program does, so that a right that is missing shows.
 */
export const ownerDb: PrismaClient = new Proxy({} as PrismaClient, {
  get(_target, property) {
    if (!owner) throw new Error('testDatabase() comes first');
    const value = Reflect.get(owner, property);
    return typeof value === 'function' ? value.bind(owner) : value;
  },
});
