import 'server-only';
import { inTransaction } from '@/lib/core/db';
import { officeMonthsAgo } from '@/lib/core/office-time';
import { ok, type Result } from '@/lib/core/result';

const MONTHS_KEPT = 24;

/**
 * What a topic page said earlier is readable in the office for 24 months after something newer was written and it was
 * last public. A topic that is not public goes when nobody has touched it for as long. Part of the daily sweep, safe
 * to repeat.
 */
export async function forgetOldTopics(): Promise<Result<{ editions: number; topics: number }>> {
  const since = officeMonthsAgo(MONTHS_KEPT);
  return inTransaction(async (tx) => {
    const { count: topics } = await tx.counsellingTopic.deleteMany({
      where: { changedAt: { lt: since }, editions: { none: { isPublic: true } } },
    });
    const editions = await tx.$executeRaw`
      DELETE FROM counselling_editions AS old
      WHERE NOT old.is_public AND coalesce(old.public_until, old.written_at) < ${since}
        AND EXISTS (SELECT 1 FROM counselling_editions AS newer
          WHERE newer.topic_id = old.topic_id AND newer.number > old.number AND newer.written_at < ${since})`;
    return ok({ editions, topics });
  });
}
