import 'server-only';
import { publicly } from '@/lib/accounts/command';
import { db } from '@/lib/core/db';
import { rememberUntilDropped, showsTags } from '@/lib/core/page-cache';
import { OUTREACH_TAG } from './rounds/rules';

const announcedOnce = rememberUntilDropped([OUTREACH_TAG], async () => {
  const round = await db.outreachRound.findFirst({
    where: { announced: true },
    select: { id: true },
  });
  return round !== null;
});

/** Whether everybody was ever told of a round, coming or over. Costs no statement. */
export const hasAnnouncedOnce = publicly((): Promise<boolean> => {
  showsTags(OUTREACH_TAG);
  return announcedOnce();
});
