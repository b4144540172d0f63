import 'server-only';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { publicly, reading } from '@/lib/accounts/command';
import { listEarlier } from '@/lib/audit/corrections/queries';
import { db } from '@/lib/core/db';
import { AppError } from '@/lib/core/errors';
import { showsTags } from '@/lib/core/page-cache';
import { writeBlt } from '@/lib/elections/published/blt';
import { writeCsv } from '@/lib/elections/published/csv';
import { writePabulib } from '@/lib/elections/published/pabulib';
import {
  ballotFilesOf,
  marksOf,
  publicationOf,
  tableOf,
} from '@/lib/elections/published/publication.mjs';
import { shownOf } from '@/lib/elections/results/shown';
import type { WholeResult } from '@/lib/elections/results/types';
import type { BallotFile, Publication } from '@/lib/elections/types';
import type { Prisma } from '@/prisma/generated/client';
import { VOTING_RIGHTS } from '../access';
import { ruleOf } from '../rules';
import { VOTING_TAGS } from '../tags';
import type { PollRule } from '../types';
import { openBox } from '../vote/queries';
import { canCorrectNote } from './rules';
import type { NoteToCorrect, ReceiptList } from './types';

/** Of a try-out nothing is ever given out. */
const published = {
  isTest: false,
  state: { in: ['PUBLISHED', 'ARCHIVED'] },
} as const satisfies Prisma.PollWhereInput;

const TYPES: Readonly<Record<BallotFile, string>> = {
  json: 'application/json',
  csv: 'text/csv; charset=utf-8',
  pb: 'text/plain; charset=utf-8',
  blt: 'text/plain; charset=utf-8',
  table: 'application/json',
};

/**
 * A file of a poll to take along: what a recount needs (`stimmzettel.json` and its other forms, or where that
 * would take whole ballots `zaehltafel.json`) and `quittungen.txt`. Nothing where there is no such poll or its
 * result is not out, or too few took part.
 */
export const getPollFile = publicly(
  async (number: number, file: string): Promise<{ type: string; text: string } | null> => {
    showsTags(VOTING_TAGS.polls);
    if (file === 'quittungen.txt') {
      const found = await findReceipts(number);
      return found && { type: TYPES.pb, text: found.receipts.map((code) => `${code}\n`).join('') };
    }
    const wished = fileNamed(file);
    const found = wished && (await findShown(number));
    if (!found || !ballotFilesOf(found.rule, found.result).includes(wished)) return null;
    return { type: TYPES[wished], text: await written(wished, found) };
  },
);

const fileNamed = (file: string): BallotFile | undefined =>
  file === 'zaehltafel.json'
    ? 'table'
    : (/^stimmzettel\.(json|csv|pb|blt)$/.exec(file)?.[1] as BallotFile | undefined);

interface Found {
  id: string;
  number: number;
  rule: PollRule;
  result: WholeResult;
}

async function written(ending: BallotFile, found: Found): Promise<string> {
  const { number, rule, result } = found;
  if (ending === 'table') return `${JSON.stringify(tableOf(number, rule, result))}\n`;
  const publication = await publicationFrom(found);
  switch (ending) {
    case 'json':
      return `${JSON.stringify(publication)}\n`;
    case 'csv':
      return writeCsv(publication);
    case 'pb':
      return writePabulib(publication, rule.pointsTotal);
    case 'blt':
      return writeBlt(publication);
  }
}

async function publicationFrom({ id, number, rule, result }: Found): Promise<Publication> {
  const { head } = result;
  // What was promised before its poll, and has been out since: the first results were of whole ballots.
  if (!result.publishes) return { ...publicationOf(number, rule, await openBox(id), result), head };
  return { ...marksOf(number, rule, result), head };
}

async function findShown(number: number): Promise<Found | null> {
  const poll = await db.poll.findFirst({
    where: { ...published, number },
    select: { id: true, frozenRule: true, result: true },
  });
  const result = shownOf(poll?.result);
  if (!poll || result?.shows !== 'all' || !result.head) return null;
  return { id: poll.id, number, rule: ruleOf(poll), result };
}

/** The receipts of everybody who voted without paper, for all to see once the result is out. */
export const getReceiptList = publicly(async (number: number): Promise<ReceiptList> => {
  showsTags(VOTING_TAGS.polls);
  const found = await findReceipts(number);
  if (!found) throw new AppError('NOT_FOUND');
  return found;
});

async function findReceipts(number: number): Promise<ReceiptList | null> {
  const poll = await db.poll.findFirst({
    where: { ...published, number },
    select: {
      frozenRule: true,
      receipts: { select: { receipt: true }, orderBy: { receipt: 'asc' } },
    },
  });
  return (
    poll && {
      poll: { number, question: ruleOf(poll).question },
      receipts: poll.receipts.map(({ receipt }) => receipt),
    }
  );
}

// Each is spelled out, so that the build takes it along.
const RECOUNT = path.join(process.cwd(), 'lib/elections/recount/recount.mjs');
const TABLE = path.join(process.cwd(), 'lib/elections/recount/table.mjs');

/** The text of the second counting program as it lies in the repository. */
export const getRecountProgram = publicly(async (): Promise<string> => readFile(RECOUNT, 'utf8'));

/** The text of the program that goes through a table. */
export const getTableProgram = publicly(async (): Promise<string> => readFile(TABLE, 'utf8'));

/** What the office said about a published result, the newest first, with what it said before it was corrected. */
export const listNotesToCorrect = reading(
  VOTING_RIGHTS.prepare,
  async (actor, number: number): Promise<NoteToCorrect[]> => {
    const rows = await db.pollNote.findMany({
      where: { poll: { number } },
      select: {
        ...{ id: true, text: true, publishedAt: true, version: true },
        poll: { select: { publishedAt: true } },
      },
      orderBy: { publishedAt: 'desc' },
    });
    const notes = rows.filter((row) => canCorrectNote(row, row.poll));
    const earlier = await listEarlier(
      actor,
      notes.map(({ id }) => id),
    );
    return notes.map(({ poll: _poll, ...row }) => ({ ...row, earlier: earlier.get(row.id) ?? [] }));
  },
);
