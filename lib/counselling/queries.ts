import 'server-only';
import { publicly } from '@/lib/accounts/command';
import { db } from '@/lib/core/db';
import { rememberUntilDropped, showsTags } from '@/lib/core/page-cache';
import { getOffice, SETTINGS_TAG } from '@/lib/settings/queries';
import { offersCounselling } from '@/lib/settings/rules';
import { OFFER_TAG } from './topics/rules';

const hasTopics = rememberUntilDropped([OFFER_TAG], async () => {
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
  showsTags(SETTINGS_TAG, OFFER_TAG);
  return offersCounselling(await getOffice({ locale: 'de' })) || (await hasTopics());
});
