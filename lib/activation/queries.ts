import 'server-only';
import { publicly } from '@/lib/accounts/command';
import { db } from '@/lib/core/db';
import { rememberUntilDropped, showsTags } from '@/lib/core/page-cache';
import { ACTIVATION_TAGS } from './tags';

const somethingTold = rememberUntilDropped([ACTIVATION_TAGS.told], async () => {
  const only = { select: { id: true } } as const;
  const format = await db.activationFormat.findFirst({ where: { published: true }, ...only });
  if (format !== null) return true;
  return (await db.activationSurvey.findFirst({ where: { opened: true }, ...only })) !== null;
});

/** Whether everybody may read of anything that is tried, or is asked something. Costs no statement. */
export const isAnythingTold = publicly((): Promise<boolean> => {
  showsTags(ACTIVATION_TAGS.told);
  return somethingTold();
});
