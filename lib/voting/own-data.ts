import 'server-only';
import type { Actor } from '@/lib/accounts/types';
import { db } from '@/lib/core/db';
import type { OwnPart } from '@/lib/manifest';

/** Polls somebody drafted, checked, counted or had a part in stopping; how they voted is nowhere. */
export async function listOwn(actor: Actor): Promise<OwnPart[]> {
  const { id } = actor;
  const polls = await db.poll.findMany({
    where: {
      OR: [
        { draftedById: id },
        { checkedById: id },
        { countSheets: { some: { enteredById: id } } },
        { stops: { some: { OR: [{ askedById: id }, { settledById: id }] } } },
      ],
    },
    orderBy: { number: 'asc' },
    select: { number: true, question: true },
  });
  const rows = polls.map(({ number, question }) => ({ number: String(number), title: question }));
  return [{ part: 'pollWork', rows }];
}
