import 'server-only';
import type { Actor } from '@/lib/accounts/types';
import { db } from '@/lib/core/db';
import type { OwnPart } from '@/lib/manifest';

/** What somebody handed in. */
export async function listOwn(actor: Actor): Promise<OwnPart[]> {
  const proposals = await db.proposal.findMany({
    where: { authorId: actor.id },
    orderBy: { number: 'asc' },
    select: {
      number: true,
      title: true,
      body: true,
      name: true,
      question: true,
      contactValue: true,
      submittedAt: true,
      wording: { select: { title: true, body: true, agreedHow: true, agreedAt: true } },
    },
  });
  const rows = proposals.map((row) => ({
    number: String(row.number),
    title: row.title,
    text: row.body,
    name: row.name,
    question: row.question,
    contact: row.contactValue,
    originalTitle: row.wording?.title ?? '',
    originalText: row.wording?.body ?? '',
    agreedHow: row.wording?.agreedHow ?? '',
    agreed: row.wording?.agreedAt.toISOString() ?? '',
    created: row.submittedAt?.toISOString() ?? '',
  }));
  return [
    { part: 'proposals', rows },
    { part: 'proposalAnswers', rows: await ownAnswers(actor) },
  ];
}

/** What somebody wrote to the office after that; what others wrote about it is not theirs. */
async function ownAnswers(actor: Actor): Promise<OwnPart['rows']> {
  const steps = await db.proposalStep.findMany({
    where: { proposal: { authorId: actor.id }, by: 'author', note: { not: '' } },
    orderBy: [{ at: 'asc' }, { id: 'asc' }],
    select: { note: true, at: true, proposal: { select: { number: true, title: true } } },
  });
  return steps.map(({ note, at, proposal }) => ({
    number: String(proposal.number),
    title: proposal.title,
    text: note,
    created: at.toISOString(),
  }));
}
