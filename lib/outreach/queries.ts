import 'server-only';
import { publicly } from '@/lib/accounts/command';
import { db } from '@/lib/core/db';
import { rememberUntilDropped, showsTags } from '@/lib/core/page-cache';
import { OUTREACH_TAGS } from './tags';

const announcedOnce = rememberUntilDropped([OUTREACH_TAGS.rounds], async () => {
  const round = await db.outreachRound.findFirst({
    where: { announced: true },
    select: { id: true },
  });
  return round !== null;
});

/** Whether everybody was ever told of a round, coming or over. Costs no statement. */
export const hasAnnouncedOnce = publicly((): Promise<boolean> => {
  showsTags(OUTREACH_TAGS.rounds);
  return announcedOnce();
});
