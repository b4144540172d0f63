import type { Acts } from '@/lib/cases/types';

const PUBLIC = 'counselling_editions t WHERE t.is_public';
const proof = 't.reviewed_on <= current_date + 1 AND t.published_at IS NOT NULL';

export const counsellingActs: Acts = {
  acts: [
    {
      of: [
        ...['counselling-topics.state.PUBLISHED', 'counselling-topics.state.REVIEW_DUE'],
        'counselling-topics.page.reviewed',
      ],
      ...{ said: PUBLIC, proof },
      lie: 'UPDATE counselling_editions SET reviewed_on = NULL, earlier_review_on = NULL WHERE is_public',
      refusedBy: 'counselling_editions_reviewed_before_public',
    },
    {
      of: ['counselling-topics.state.REVIEWED', 'counselling-topics.case.reviewed'],
      said: 'counselling_editions t WHERE t.reviewed_on IS NOT NULL',
      // One day more: the day is the office's own.
      proof: 't.reviewed_on <= current_date + 1',
      lie: 'UPDATE counselling_editions SET reviewed_on = current_date + 9',
    },
  ],
  noAct: { 'counselling-topics.state.DRAFT': 'says what was not done' },
};
