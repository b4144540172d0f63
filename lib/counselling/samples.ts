import type { Actor } from '@/lib/accounts/types';
import { topicTextRow } from './rows.mjs';
import { addTopic, publishTopic, reviewTopic } from './topics/commands';
import { getTopicCase } from './topics/queries';
import { type AddTopicInput, addTopicSchema } from './topics/schema';

/** What the form for a new topic sends, read. */
export function topicInput(changes: Partial<AddTopicInput> = {}): AddTopicInput {
  const { language: _, ...german } = topicTextRow({});
  return { ...addTopicSchema.parse({ ...german, reviewEveryMonths: '6' }), ...changes };
}

/** A draft, as the office has it. */
export async function makeTopic(office: Actor, changes: Partial<AddTopicInput> = {}) {
  const result = await addTopic(office, topicInput(changes));
  if (!result.ok) throw new Error(result.code);
  return getTopicCase(office, result.value.id);
}

/** One that everybody reads, reviewed at the instant at which it is made. */
export async function makePublicTopic(office: Actor, changes: Partial<AddTopicInput> = {}) {
  const { id, version } = await makeTopic(office, changes);
  const reviewed = await reviewTopic(office, { id, version, number: 1 });
  const published = await publishTopic(office, { id, version: version + 1, number: 1 });
  if (!reviewed.ok || !published.ok) throw new Error('no public topic was made');
  return getTopicCase(office, id);
}
