/** What the program may do with its tables, see `lib/tooling/granted.mjs`. @type {import('../tooling/granted.mjs').Tables} */
export const tables = {
  counselling_topics: {
    insert: ['id', 'slug', 'review_every_months', 'changed_at'],
    update: ['review_every_months', 'version', 'changed_at'],
    delete: true,
  },
  counselling_editions: {
    insert: ['id', 'topic_id', 'number', 'written_at', 'written_by_id'],
    update: [
      ...['reviewed_on', 'reviewed_by_id', 'earlier_review_on', 'earlier_review_by_id'],
      ...['reviewed_for', 'earlier_review_for'],
      ...['is_public', 'published_at', 'published_by_id', 'public_until'],
    ],
    delete: true,
  },
  // Words are never changed: other words are another edition.
  counselling_texts: { insert: 'every' },
};
