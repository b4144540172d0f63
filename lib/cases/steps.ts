import 'server-only';
import type { Given } from '@/lib/accounts/command';
import type { Audience } from '@/lib/core/audience';
import { dayColumn } from '@/lib/core/day.mjs';
import type { Tx } from '@/lib/core/db';
import { AppError } from '@/lib/core/errors';
import { officeDate } from '@/lib/core/office-time';
import { hashSecret } from '@/lib/core/tokens';
import type { MailContent } from '@/lib/mail/content';
import { enqueueMail, takeOvertaken } from '@/lib/mail/steps';
import type { Office } from '@/lib/settings/types';
import { addWorkdays } from '@/lib/settings/workdays';
import { Prisma } from '@/prisma/generated/client';
import { promiseAfter } from './rules';
import type { CaseKeys, CasePerson, Moved } from './types';

/** One line of a case's history. */
export interface HistoryLine<State extends string> {
  readonly caseId: string;
  readonly to: State;
  readonly at: Date;
  readonly by: string;
  readonly note: string;
  readonly audience: Audience;
}

/** What every step changes about a case. */
interface Changed<State extends string> {
  state: State;
  stateSince?: Date;
  version?: { increment: 1 };
  promisedFor?: Date | null;
}

/**
 * One kind of case, as the tables of its domain hold it.
 * @template More columns a step may change besides
 * @template Told what its history tells besides
 */
export interface CaseKind<State extends string, Row, More, Told> {
  /** Stands with its promises. */
  readonly name: string;
  readonly keys: CaseKeys;
  /** Locks the row that is looked for until the transaction ends. */
  hold(tx: Tx, which: Prisma.Sql): PromiseLike<{ id: string }[]>;
  /** The office owes an answer. */
  owes(state: State): boolean;
  /** Within how many working days it promises one. */
  workdays(office: Office): number;
  read(tx: Tx, id: string): PromiseLike<Row | null>;
  write(
    tx: Tx,
    ids: readonly string[],
    change: Changed<State> & Partial<More>,
  ): PromiseLike<unknown>;
  record(tx: Tx, lines: readonly (HistoryLine<State> & Partial<Told>)[]): PromiseLike<unknown>;
  /** What belongs to leaving a state, whoever took the step. */
  moved?(tx: Tx, change: Moved<State>): PromiseLike<unknown>;
}

/**
 * Reads a case and holds it until the transaction ends, so that nobody else goes on with it meanwhile.
 * @throws NOT_FOUND
 */
export async function holdCase<State extends string, Row, More, Told>(
  tx: Tx,
  kind: CaseKind<State, Row, More, Told>,
  by: { readonly number: number } | { readonly id: string },
): Promise<Row> {
  const which = 'id' in by ? Prisma.sql`id = ${by.id}::uuid` : Prisma.sql`number = ${by.number}`;
  const [held] = await kind.hold(tx, which);
  const row = held && (await kind.read(tx, held.id));
  if (!row) throw new AppError('NOT_FOUND');
  return row;
}

/** The day until which an answer is promised when something reaches the office at an instant. */
export function promisedDay(
  { workdays }: { workdays(office: Office): number },
  office: Office,
  at: Date,
): Date {
  return dayColumn(addWorkdays(officeDate(at), workdays(office), office.holidayRegion));
}

interface Opening<State extends string> {
  readonly state: State;
  /** From `promisedDay`; null where the office owes no answer. */
  readonly promisedFor: Date | null;
  readonly by: string;
  /** What the office notes for itself. */
  readonly note: string;
  readonly code: string;
  readonly person: Pick<CasePerson, 'contactKind' | 'contactValue' | 'locale'>;
  /** Goes to the address that was given; null where none may be mailed. */
  readonly receipt: ((number: number) => Promise<MailContent>) | null;
}

/** What every case begins with. */
interface FirstColumns<State extends string> {
  codeHash: string;
  contactKind: CasePerson['contactKind'];
  contactValue: string;
  locale: string;
  state: State;
  stateSince: Date;
  promisedFor: Date | null;
}

/** Takes in a case: its code, the promise to answer, the first line of its history, the receipt. */
export async function openCase<State extends string, Row, More, Told>(
  { tx, at }: Pick<Given, 'tx' | 'at'>,
  kind: CaseKind<State, Row, More, Told>,
  { state, promisedFor, by, note, code, person, receipt }: Opening<State>,
  create: (first: FirstColumns<State>) => PromiseLike<{ id: string; number: number }>,
): Promise<{ id: string; number: number }> {
  const { contactKind, contactValue, locale } = person;
  const { id, number } = await create({
    codeHash: hashSecret(kind.keys.code.purpose, code),
    ...{ contactKind, contactValue, locale },
    ...{ state, stateSince: at, promisedFor },
  });
  await kind.record(tx, [
    { caseId: id, to: state, at, by, note, audience: 'INTERNAL' } as HistoryLine<State> &
      Partial<Told>,
  ]);
  if (promisedFor) await givePromise(tx, kind.name, [id], { at, promisedFor });
  if (receipt) await enqueueMail(tx, contactValue, await receipt(number));
  return { id, number };
}

interface Move<State extends string, More, Told> {
  /** Needed where it may be the office's turn afterwards: its promise follows from its settings. */
  readonly office: Office | null;
  /** The states it passes; the last one is where it stands then. */
  readonly path: readonly State[];
  readonly by: string;
  /** Whoever has the case took the step, or somebody for them. */
  readonly byOwner: boolean;
  /** It tells them something: a promise that stood is kept, unless they took the step. */
  readonly told: boolean;
  readonly note: string;
  readonly audience: Audience;
  /** The one change that can be made of what somebody saw was taken already, see `takeVersion`. */
  readonly versionTaken?: boolean;
  readonly more?: Partial<More>;
  readonly history?: Partial<Told>;
}

/**
 * Takes a step with cases that are held and stand alike: state, version, history, promise. Nothing else
 * writes the state of a case.
 */
export async function moveCases<State extends string, Row, More, Told>(
  { tx, at }: Pick<Given, 'tx' | 'at'>,
  kind: CaseKind<State, Row, More, Told>,
  held: { readonly ids: readonly string[]; readonly state: State },
  move: Move<State, More, Told>,
): Promise<void> {
  const { ids, state: before } = held;
  const to = move.path.at(-1) ?? before;
  const owes = { before: kind.owes(before), after: kind.owes(to) };
  const { standing, anew } = promiseAfter(owes, move);
  const promisedFor = anew ? promiseOf(kind, move.office, at) : null;
  await kind.write(tx, ids, {
    ...changedBy({ to, before, at, versionTaken: move.versionTaken === true }),
    ...(standing === 'goesOn' && !anew ? {} : { promisedFor }),
    ...move.more,
  } as Changed<State> & Partial<More>);
  await kind.record(tx, linesOf(ids, at, move));
  if (standing !== 'goesOn' && owes.before) await endPromises(tx, kind.name, ids, at, standing);
  if (promisedFor) await givePromise(tx, kind.name, ids, { at, promisedFor });
  // Whoever goes on themselves knows what the office was still to tell them, or it is no longer so.
  if (move.byOwner) await takeOvertaken(tx, ids);
  await kind.moved?.(tx, { ids, from: before, to, at });
}

function promiseOf(
  kind: { readonly name: string; workdays(office: Office): number },
  office: Office | null,
  at: Date,
): Date {
  if (office === null) throw new Error(`"${kind.name}" owes an answer by no office`);
  return promisedDay(kind, office, at);
}

function changedBy<State extends string>(step: {
  to: State;
  before: State;
  at: Date;
  versionTaken: boolean;
}): Changed<State> {
  return {
    state: step.to,
    // Going on within a state does not make it newer.
    ...(step.to === step.before ? {} : { stateSince: step.at }),
    ...(step.versionTaken ? {} : { version: { increment: 1 } }),
  };
}

/** What was passed on the way came a moment before, was done by the office and says nothing. */
function linesOf<State extends string, More, Told>(
  ids: readonly string[],
  at: Date,
  { path, by, note, audience, history }: Move<State, More, Told>,
): (HistoryLine<State> & Partial<Told>)[] {
  return ids.flatMap((caseId) =>
    path.map((to, index) => {
      const left = path.length - 1 - index;
      const line = { caseId, to, at: new Date(at.getTime() - left) };
      const passed = { by: 'office', note: '', audience: 'INTERNAL' };
      return { ...line, ...(left === 0 ? { by, note, audience, ...history } : passed) };
    }),
  ) as (HistoryLine<State> & Partial<Told>)[];
}

async function givePromise(
  tx: Tx,
  kind: string,
  ids: readonly string[],
  { at, promisedFor }: { at: Date; promisedFor: Date },
): Promise<void> {
  const data = ids.map((caseId) => ({ kind, caseId, madeAt: at, promisedFor }));
  await tx.answerPromise.createMany({ data });
}

async function endPromises(
  tx: Tx,
  kind: string,
  ids: readonly string[],
  at: Date,
  how: 'kept' | 'void',
): Promise<void> {
  await tx.answerPromise.updateMany({
    where: { kind, caseId: { in: [...ids] }, answeredAt: null, endedAt: null },
    data: how === 'kept' ? { answeredAt: at } : { endedAt: at },
  });
}
