import 'server-only';
import { db } from '@/lib/core/db';
import { readDoers } from '../people';
import { isOverdue } from '../rules';
import { listKept } from '../things';
import type { KeptTask } from '../types';

type Line = KeptTask & { version: number; assigneeId: string };

/** What other domains keep and nobody has ended, with who of the office sees to it. @param today local date */
export async function readKeptLines(today: string) {
  const [kept, given, { whoOf, colleagues }] = await Promise.all([
    listKept(),
    db.keptTaskDoer.findMany(),
    readDoers(today),
  ]);
  const byTask = new Map(given.map((one) => [one.taskId, one]));
  const lines = kept.map((one): Line => {
    const doer = byTask.get(one.id);
    // About a thing of the office: whoever only counsels never has it.
    const ofThing = { assigneeName: '', thingKind: one.thing.kind, wasGiven: true };
    return {
      ...one,
      isOverdue: isOverdue('OPEN', one.dueOn, today),
      who: doer ? whoOf({ ...ofThing, assigneeId: doer.userId }) : null,
      ...{ version: doer?.version ?? 0, assigneeId: doer?.userId ?? '' },
    };
  });
  return { lines, colleagues };
}
