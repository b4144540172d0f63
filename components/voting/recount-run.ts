import {
  differenceOfChain,
  differenceOfFiles,
  differenceOfResults,
  differenceOfTables,
  readPublication,
  readTable,
  recountOf,
} from '@/lib/elections/recount/compare';
import { checkTable } from '@/lib/elections/recount/table.mjs';
import type { Difference } from '@/lib/elections/recount/types';
import type { Publication, PublishedResult, PublishedTable } from '@/lib/elections/types';

export const STEPS = ['load', 'own', 'chain', 'count', 'compare'] as const;
export type Step = (typeof STEPS)[number];

/** What the page says was counted; a recount is compared with this, not with what the file says. */
export interface Published {
  /** Of whole ballots everybody gets only the table. */
  isTable: boolean;
  /** Address of the file. */
  address: string;
  head: string;
  result: PublishedResult;
}

export interface RecountWatcher {
  begins(step: Step): void;
  counted(done: number, of: number): void;
}

/** A difference found on the way, thrown to leave it. */
class Differs extends Error {
  readonly difference: Difference;

  constructor(difference: Difference) {
    super(difference.key);
    this.difference = difference;
  }
}

/**
 * Does everything again that led to the result, in the visitor's browser.
 * @param own a file the visitor kept, or none
 * @returns how many ballots were counted, and the first difference
 */
export async function recountAll(
  published: Published,
  own: File | null,
  watcher: RecountWatcher,
): Promise<{ ballots: number; difference: Difference | null }> {
  try {
    if (published.isTable) return await tableChecked(published, own, watcher);
    const file = await prepared(published, own, watcher);
    watcher.begins('count');
    await painted();
    const found = recountOf(file);
    watcher.begins('compare');
    expectNone(differenceOfResults(file, found, published.result));
    return { ballots: file.ballots.length, difference: null };
  } catch (error) {
    const difference: Difference =
      error instanceof Differs ? error.difference : { key: 'unreadable' };
    return { ballots: 0, difference };
  }
}

/** Goes through the table: whether each step follows, and whether it is what the page says. */
async function tableChecked(published: Published, own: File | null, watcher: RecountWatcher) {
  watcher.begins('load');
  const file = tableIn(await loaded(published.address));
  if (own) {
    watcher.begins('own');
    expectNone(differenceOfTables(tableIn(await own.text()), file));
  }
  watcher.begins('count');
  await painted();
  const { problem } = checkTable(file);
  expectNone(problem === null ? null : { key: 'step', step: problem });
  watcher.begins('compare');
  expectNone(file.head === published.head ? null : { key: 'head' });
  expectNone(differenceOfResults(file, file.result, published.result));
  return { ballots: file.cast, difference: null };
}

function tableIn(text: string): PublishedTable {
  const file = readTable(text);
  if (!file) throw new Differs({ key: 'unreadable' });
  return file;
}

async function prepared(published: Published, own: File | null, watcher: RecountWatcher) {
  if (!globalThis.crypto?.subtle) throw new Differs({ key: 'insecure' });
  watcher.begins('load');
  const file = publicationIn(await loaded(published.address));
  if (own) {
    watcher.begins('own');
    expectNone(differenceOfFiles(publicationIn(await own.text()), file));
  }
  watcher.begins('chain');
  const of = file.ballots.length;
  const every = Math.max(1, Math.floor(of / 50));
  expectNone(
    await differenceOfChain(file, published.head, (done) => {
      if (done % every === 0 || done === of) watcher.counted(done, of);
    }),
  );
  return file;
}

async function loaded(address: string): Promise<string> {
  try {
    const answer = await fetch(address, { cache: 'no-store' });
    if (answer.ok) return await answer.text();
  } catch {
    // Said below: without the file there is nothing to count.
  }
  throw new Differs({ key: 'load' });
}

function publicationIn(text: string): Publication {
  const file = readPublication(text);
  if (!file) throw new Differs({ key: 'unreadable' });
  return file;
}

function expectNone(difference: Difference | null): void {
  if (difference) throw new Differs(difference);
}

/** Counting keeps the browser busy; first it shows where we are. */
const painted = () => new Promise((resolve) => setTimeout(resolve, 30));
