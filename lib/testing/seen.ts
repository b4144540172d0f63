import { ownerDb } from './owner';

/** What a form sends from a page of this moment: nobody else was faster. */
export async function seenNow<Input extends { session: number }>(input: Input) {
  const where = { number: input.session };
  const row = await ownerDb.forumSession.findUnique({ where, select: { version: true } });
  return { ...input, version: row?.version ?? 0 };
}

/** The same of a page with minutes; nothing is typed into it unless given. */
export async function minutesSeenNow<Input extends { session: number }>(input: Input) {
  const where = { number: input.session };
  const select = { minutesVersion: true, attended: true } as const;
  const row = await ownerDb.forumSession.findUnique({ where, select });
  const records: { item: string; text: string }[] = [];
  return { records, ...input, version: row?.minutesVersion ?? 0, attended: row?.attended ?? null };
}

/** The same of a page with an agenda. */
export async function itemSeenNow<Input extends { item: string }>(input: Input) {
  const where = { id: input.item || crypto.randomUUID() };
  const row = await ownerDb.agendaItem.findUnique({ where, select: { version: true } });
  return { ...input, version: row?.version ?? 0 };
}

/** The version of a proposal that a page of this moment shows; of another state one that nobody sees now. */
export async function proposalSeenNow(number: number, state?: string): Promise<number> {
  const row = await ownerDb.proposal.findUnique({
    where: { number },
    select: { version: true, state: true },
  });
  return row && (state === undefined || row.state === state) ? row.version : 0;
}
