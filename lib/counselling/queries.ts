import 'server-only';
import { publicly } from '@/lib/accounts/command';
import { db } from '@/lib/core/db';
import { rememberUntilDropped, showsTags } from '@/lib/core/page-cache';
import { getOffice } from '@/lib/settings/queries';
import { offersCounselling } from '@/lib/settings/rules';
import { SETTINGS_TAGS } from '@/lib/settings/tags';
import { COUNSELLING_TAGS } from './tags';

const hasTopics = rememberUntilDropped([COUNSELLING_TAGS.offer], async () => {
  const topic = await db.counsellingEdition.findFirst({
    where: { isPublic: true },
    select: { id: true },
  });
  return topic !== null;
});

/**
 * Whether the office has said anything of a counselling of its own: in its settings, or by a topic page. Costs no
 * statement and stays known while the database is gone.
 */
export const isOffered = publicly(async (): Promise<boolean> => {
  showsTags(SETTINGS_TAGS.all, COUNSELLING_TAGS.offer);
  return offersCounselling(await getOffice({ locale: 'de' })) || (await hasTopics());
});
