import 'server-only';
import { recordAudit } from '@/lib/audit/commands';
import type { AuditEvent } from '@/lib/audit/rules';
import { now } from '@/lib/core/clock';
import { dropPages, inTransaction, type Tx } from '@/lib/core/db';
import { AppError } from '@/lib/core/errors';
import type { Result } from '@/lib/core/result';
import { isStaff } from './policy';
import type { Right } from './right';
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
  drop(...tags: string[]): void;
}

interface Spec<Who extends Visitor, Event extends AuditEvent> {
  right: Right<Who>;
  /** What it may write down; it writes at least one of them, or nothing happened. */
  audit: readonly Event[];
  /** Pages and memories that show what it changes. */
  tags: readonly string[];
}

export interface Command<Input, Value> {
  (who: Visitor, input: Input): Promise<Result<Value>>;
  readonly right: Right;
  readonly audit: readonly AuditEvent[];
}

/**
 * The one way to act: asks for the right, opens the transaction, lets `work` change things, sees that it
 * was written down, drops the pages. A refusal leaves everything as it was.
 * @throws {AppError} SIGN_IN_REQUIRED for guests, SECOND_FACTOR_REQUIRED for the office before it was
 *   given, NOT_FOUND for whoever has not the right
 */
export function command<
  Who extends Visitor,
  const Event extends AuditEvent,
  Input = void,
  Value = null,
>(
  { right, audit, tags }: Spec<Who, Event>,
  work: (given: Given<Who, Event>, input: Input) => Promise<Result<Value>>,
): Command<Input, Value> {
  const act = async (who: Visitor, input: Input): Promise<Result<Value>> => {
    const actor = admitted(right, who);
    return inTransaction(async (tx) => {
      const traces = new Traces(actor, tx, tags);
      const result = await work({ tx, actor, at: now(), ...traces.given<Event>() }, input);
      if (result.ok) await traces.leave(right);
      return result;
    });
  };
  return Object.assign(act, { right, audit });
}

/** What a use of a command leaves behind besides its rows. */
class Traces {
  private noted = 0;
  private asBefore = false;
  private readonly dropped: Set<string>;

  constructor(
    private readonly actor: Visitor,
    private readonly tx: Tx,
    tags: readonly string[],
  ) {
    this.dropped = new Set(tags);
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

  async leave({ name }: Right): Promise<void> {
    if (this.noted === 0 && this.asBefore) return;
    if (this.noted === 0) throw new Error(`"${name}" was used and nothing written down`);
    if (this.dropped.size > 0) await dropPages(this.tx, ...this.dropped);
  }
}

function admitted<Who extends Visitor>(right: Right<Who>, who: Visitor): Who {
  if (right.isHeldBy(who)) return who as Who;
  if (who.kind === 'guest') throw new AppError('SIGN_IN_REQUIRED');
  throw new AppError(isStaff(who) && !who.secondFactor ? 'SECOND_FACTOR_REQUIRED' : 'NOT_FOUND');
}
