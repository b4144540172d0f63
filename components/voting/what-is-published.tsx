import { getTranslations } from 'next-intl/server';
import { publishesOf } from '@/lib/elections/published/publication.mjs';
import { PUBLISHED_FROM } from '@/lib/elections/results/tally.mjs';
import type { PollRule } from '@/lib/voting/types';

/** What everybody gets to see of the ballots once a poll by this rule is counted, and what nobody does. */
export async function WhatIsPublished({ locale, rule }: { locale: string; rule: PollRule }) {
  const t = await getTranslations({ locale, namespace: 'voting' });
  const from = PUBLISHED_FROM;
  if (publishesOf(rule) === 'table') return t('secrecy.publishedTable', { from });
  // With one mark of few there is nothing to recognise a ballot by.
  const isPlain = rule.method === 'YES_NO' || rule.method === 'ONE';
  return isPlain ? t('secrecy.published', { from }) : t('secrecy.publishedMarks', { from });
}
