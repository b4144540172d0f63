import { getTranslations } from 'next-intl/server';
import { StateLabel, type StateTone } from '@/components/ui/state-label';
import { dayColumn } from '@/lib/core/day.mjs';
import type { TopicLight, TopicState } from '@/lib/counselling/topics/types';
import { longDay } from '@/lib/i18n/dates';

const STATE_TONES = {
  DRAFT: 'neutral',
  REVIEWED: 'waiting',
  PUBLISHED: 'good',
  REVIEW_DUE: 'late',
} as const satisfies Record<TopicState, StateTone>;

/** Where a topic stands. */
export async function TopicStateLabel({ locale, state }: { locale: string; state: TopicState }) {
  const t = await getTranslations({ locale, namespace: 'counselling-topics' });
  // messages: counselling-topics.state.*
  return <StateLabel tone={STATE_TONES[state]}>{t(`state.${state}`)}</StateLabel>;
}

const LIGHT_TONES = {
  good: 'good',
  soon: 'waiting',
  due: 'late',
  none: 'neutral',
} as const satisfies Record<TopicLight, StateTone>;

type TopicLightLabelProps = { locale: string; light: TopicLight; dueOn: string | null };

/** When it has to be looked at again: shape, colour and words say the same. */
export async function TopicLightLabel({ locale, light, dueOn }: TopicLightLabelProps) {
  const t = await getTranslations({ locale, namespace: 'counselling-topics' });
  const date = dueOn === null ? '' : longDay(dayColumn(dueOn), locale);
  // messages: counselling-topics.light.*
  return <StateLabel tone={LIGHT_TONES[light]}>{t(`light.${light}`, { date })}</StateLabel>;
}
