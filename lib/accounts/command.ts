import 'server-only';
import { recordAudit } from '@/lib/audit/commands';
import type { AuditEvent } from '@/lib/audit/types';
import { now } from '@/lib/core/clock';
import { dropPages, inTransaction, type Tx } from '@/lib/core/db';
import { AppError } from '@/lib/core/errors';
import { log } from '@/lib/core/log.mjs';
import { markPersonal } from '@/lib/core/page-cache';
import { type Result, refused } from '@/lib/core/result';
import type { Tag } from '@/lib/core/tags';
import { hasRecentSecondFactor, isStaff } from './policy';
import { EVERYBODY, type Everybodys, type Right } from './right';
import type { Visitor } from './types';

/** What a command is given besides its input. */
export interface Given<Who extends Visitor = Visitor, Event extends AuditEvent = AuditEvent> {
  readonly tx: Tx;
  /** Has the right: the gate saw to it. */
  readonly actor: Who;
  /** The one instant at which all of it happens. */
  readonly at: Date;
  /** Writes down in the same transaction what was done, and to what. */
  note(event: Event, subjectId: string): Promise<void>;
  /** Somebody wanted what is so already: then there is nothing to write down. */
  unchanged(): void;
  /** Drops pages besides those that every use of the command drops: those of one thing. */
  drop(...tags: Tag[]): void;
}

interface Spec<Who extends Visitor, Event extends AuditEvent> {
  right: Right<Who>;
  /** What it may write down; it writes at least one of them, or nothing happened. Empty: deliberately nothing. */
  audit: readonly Event[];
  /** Pages and memories that show what it changes. */
  tags: readonly Tag[];
  /** How long the transaction may take where that is more than usual. */
  seconds?: number;
}

/** What stands around the transaction: waiting for one's turn, a sentence for a time that ran out. */
interface Around<Who extends Visitor, Args extends unknown[], Value> {
  around?(act: () => Promise<Result<Value>>, actor: Who, ...args: Args): Promise<Result<Value>>;
}

/** A command that needs something first which must not happen inside of the transaction. */
interface PreparedSpec<Who extends Visitor, Event extends AuditEvent, Args extends unknown[], Ready>
  extends Spec<Who, Event> {
  /** Finds what a code opens, counts a try, reads settings; the right was asked for before. */
  prepare(actor: Who, ...args: Args): Promise<Ready>;
}

export interface Command<Args extends unknown[], Value> {
  (who: Visitor, ...args: Args): Promise<Result<Value>>;
  readonly right: Right;
  readonly audit: readonly AuditEvent[];
}

/**
 * The one way to act: asks for the right, opens the transaction, lets `work` change things, sees that it
 * was written down, drops the pages. A refusal leaves everything as it was, but for what is noted of an attempt
 * in vain (`refusedAndNoted`).
 * @throws {AppError} SIGN_IN_REQUIRED for guests, SECOND_FACTOR_REQUIRED for the office before it was
 *   given or where it has to be given again, NOT_FOUND for whoever has not the right
 */
export function command<
  Who extends Visitor,
  const Event extends AuditEvent,
  Args extends unknown[],
  Ready,
  Value = null,
>(
  spec: PreparedSpec<Who, Event, Args, Ready> & Around<Who, Args, Value>,
  work: (
    given: Given<Who, Event> & { readonly ready: Ready },
    ...args: Args
  ) => Promise<Result<Value>>,
): Command<Args, Value>;
export function command<
  Who extends Visitor,
  const Event extends AuditEvent,
  Args extends unknown[],
  Value = null,
>(
  spec: Spec<Who, Event> & Around<Who, Args, Value>,
  work: (given: Given<Who, Event>, ...args: Args) => Promise<Result<Value>>,
): Command<Args, Value>;
export function command<
  Who extends Visitor,
  const Event extends AuditEvent,
  Args extends unknown[],
  Value,
>(
  spec: Spec<Who, Event> &
    Around<Who, Args, Value> &
    Partial<PreparedSpec<Who, Event, Args, unknown>>,
  work: (
    given: Given<Who, Event> & { readonly ready: unknown },
    ...args: Args
  ) => Promise<Result<Value>>,
): Command<Args, Value> {
  const { right, audit, seconds, prepare, around = (act) => act() } = spec;
  const act = async (who: Visitor, ...args: Args): Promise<Result<Value>> => {
    const actor = admitted(right, who);
    if (actor === null) return refused(right.otherwise ?? '');
    const ready = await prepare?.(actor, ...args);
    const transacted = () =>
      inTransaction(async (tx) => {
        const traces = new Traces(actor, tx, spec);
        const result = await work(
          { tx, actor, ready, at: now(), ...traces.given<Event>() },
          ...args,
        );
        if (result.ok || result.noted) await traces.leave();
        return result;
      }, seconds);
    return around(transacted, actor, ...args);
  };
  return Object.assign(act, { right, audit });
}

/**
 * The one way to read what is not for everybody: asks for the right, then reads.
 * @throws {AppError} as `command` does
 */
export function reading<Who extends Visitor, Args extends unknown[], Value>(
  right: Right<Who>,
  read: (actor: Who, ...args: Args) => Promise<Value>,
): ((who: Visitor, ...args: Args) => Promise<Value>) & { readonly right: Right } {
  const look = async (who: Visitor, ...args: Args): Promise<Value> => {
    admit(right, who);
    return read(who as Who, ...args);
  };
  return Object.assign(look, { right });
}

/**
 * As `reading`, for what is the same for everybody who has the right: who asks is looked at by the gate alone.
 * @throws {AppError} as `command` does
 */
export function sameFor<Args extends unknown[], Value>(
  right: Right,
  read: (...args: Args) => Promise<Value>,
): ((who: Visitor, ...args: Args) => Promise<Value>) & { readonly right: Right } {
  return reading(right, (_actor, ...args: Args) => read(...args));
}

type Entry = (...args: never[]) => unknown;

/** Says of an entry that it is for everybody: it asks nobody who they are, and the table of rights lists it. */
export function publicly<Open extends Entry>(open: Open): Open & { readonly right: Everybodys } {
  return Object.assign(open, { right: EVERYBODY });
}

/**
 * Reads what lies open only to whoever brings the key to the one thing it is about: a code, the link of a
 * mail. What it opened is in no answer that is kept.
 */
export function byKey<Args extends unknown[], Value>(
  right: Everybodys,
  read: (...args: Args) => Promise<Value>,
): ((...args: Args) => Promise<Value>) & { readonly right: Everybodys } {
  const open = (...args: Args): Promise<Value> => {
    markPersonal();
    return read(...args);
  };
  return Object.assign(open, { right });
}

/** What a use of a command leaves behind besides its rows. */
class Traces {
  private noted = 0;
  private asBefore = false;
  private readonly dropped: Set<Tag>;

  constructor(
    private readonly actor: Visitor,
    private readonly tx: Tx,
    private readonly spec: { right: Right; audit: readonly AuditEvent[]; tags: readonly Tag[] },
  ) {
    this.dropped = new Set(spec.tags);
  }

  given<Event extends AuditEvent>(): Pick<Given<Visitor, Event>, 'note' | 'unchanged' | 'drop'> {
    return {
      note: async (event, subjectId) => {
        this.noted += 1;
        await recordAudit(this.actor, this.tx, event, subjectId);
      },
      unchanged: () => {
        this.asBefore = true;
      },
      drop: (...tags) => {
        for (const tag of tags) this.dropped.add(tag);
      },
    };
  }

  async leave(): Promise<void> {
    const { right, audit } = this.spec;
    if (this.noted === 0 && this.asBefore) return;
    if (this.noted === 0 && audit.length > 0)
      throw new Error(`"${right.name}" was used and nothing written down`);
    if (this.dropped.size > 0) await dropPages(this.tx, ...this.dropped);
  }
}

/** Asks for a right before anything else is looked at. @throws {AppError} as `command` does */
export function admit(right: Right, who: Visitor): void {
  if (admitted(right, who) === null) throw new AppError('NOT_FOUND');
}

/** @returns `null` for somebody signed in who is told in words that it is not for them */
function admitted<Who extends Visitor>(right: Right<Who>, who: Visitor): Who | null {
  if (!right.isHeldBy(who)) return turnedAway(right, who);
  if (right.asksAnew && !isFresh(who)) throw new AppError('SECOND_FACTOR_REQUIRED');
  return who;
}

function isFresh(who: Visitor): boolean {
  return who.kind === 'person' && hasRecentSecondFactor(who, now());
}

function turnedAway({ name, asksAnew, otherwise }: Right, who: Visitor): null {
  if (who.kind === 'guest') throw new AppError('SIGN_IN_REQUIRED');
  if (otherwise) return null;
  if (isStaff(who) && !who.secondFactor) throw new AppError('SECOND_FACTOR_REQUIRED');
  // Who tries to change what others may is worth a line.
  if (asksAnew) log('warn', 'right.refused', { rule: name });
  throw new AppError('NOT_FOUND');
}
