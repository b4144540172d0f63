import { getTranslations } from 'next-intl/server';
import { StateLabel, type StateTone } from '@/components/ui/state-label';
import { dayColumn } from '@/lib/core/day.mjs';
import { longDay } from '@/lib/i18n/dates';
import { bodyInSentence } from '@/lib/proposals/reading/rules';
import type { ProposalState, Standing } from '@/lib/proposals/types';

const TONES: Partial<Record<ProposalState, StateTone>> = {
  SUBMITTED: 'waiting',
  UNDER_REVIEW: 'waiting',
  NEEDS_CLARIFICATION: 'waiting',
  PUBLISHED: 'info',
  IN_FORUM: 'info',
  IN_VOTE: 'info',
  ADOPTED: 'info',
  HANDED_OVER: 'waiting',
  STATEMENT_RECEIVED: 'info',
  IN_PROGRESS: 'info',
  DONE: 'good',
};

type StateSentenceProps = { locale: string; standing: Standing };

/** Where a proposal stands, as a neighbour would say it. */
export async function StateSentence({ locale, standing }: StateSentenceProps) {
  const tone = standing.isOverdue ? 'late' : (TONES[standing.state] ?? 'neutral');
  return <StateLabel tone={tone}>{await standingSentence(locale, standing)}</StateLabel>;
}

/** The sentence alone, for places where a shape has no room. */
export async function standingSentence(locale: string, standing: Standing): Promise<string> {
  const t = await getTranslations({ locale, namespace: 'proposals' });
  const { state, days, bodyName, isAsked, answerDueOn, isOverdue, isVoteOver } = standing;
  const { short, text, many } = bodyInSentence(bodyName);
  const due = answerDueOn ? longDay(dayColumn(answerDueOn), locale) : '';
  const known = bodyName === '' ? 'nobody' : 'known';
  const body = locale === 'en' ? bodyName : text;
  const params = { days, body, short, many: String(many), known, due };
  if (standing.isOnlyEntered) return t('sentence.ENTERED', { state });
  if (isVoteOver) return t('sentence.VOTE_OVER');
  if (isOverdue) return t('sentence.OVERDUE', params);
  return isAsked ? t('sentence.ASKED', params) : t(`sentence.${state}`, params);
}
