import { topicTextRow } from '../../../lib/counselling/rows.mjs';
import { inDays } from '../../days';
import { type Made, type Maker, newCode, type Row } from '../../guards/making';

export const things = (make: Maker) => ({
  /** A topic whose only edition is a draft, or whatever is said of it. */
  async topic(edition: Row = {}): Promise<string> {
    const id = await make.add('counselling_topics', {
      ...{ slug: `wache-${newCode().toLowerCase()}`, review_every_months: 6 },
      changed_at: new Date(),
    });
    const editionId = await make.add('counselling_editions', {
      ...{ topic_id: id, number: 1, written_at: new Date(), ...edition },
    });
    await make.add('counselling_texts', {
      ...topicTextRow({ editionId, title: `Thema der Wachen ${newCode()}` }),
    });
    return id;
  },
  /** One that somebody has reviewed. */
  reviewedTopic: (): Promise<string> => things(make).topic({ reviewed_on: inDays(0) }),
  publicTopic: (): Promise<string> =>
    things(make).topic({
      ...{ reviewed_on: inDays(0), is_public: true, published_at: new Date() },
    }),
});

export const addresses = async (made: Made) => ({ topic: await made.topic() });

declare module '../../guards/making' {
  interface Made extends ReturnType<typeof things> {}
  interface Addresses extends Awaited<ReturnType<typeof addresses>> {}
}
