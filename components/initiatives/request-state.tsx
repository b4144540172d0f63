import { getTranslations } from 'next-intl/server';
import { StateLabel, type StateTone } from '@/components/ui/state-label';
import type { SupportState } from '@/lib/initiatives/types';

const TONES: Record<SupportState, StateTone> = {
  RECEIVED: 'waiting',
  CLARIFYING: 'waiting',
  OFFERED: 'info',
  NEEDS_DECISION: 'waiting',
  CONFIRMED: 'good',
  IN_PROGRESS: 'good',
  SETTLEMENT_DUE: 'info',
  COMPLETED: 'good',
  DECLINED: 'neutral',
  WITHDRAWN: 'neutral',
};

/** Where a request stands, as a neighbour would say it. */
export async function RequestState({ locale, state }: { locale: string; state: SupportState }) {
  const t = await getTranslations({ locale, namespace: 'initiatives' });
  return <StateLabel tone={TONES[state]}>{t(`state.${state}`)}</StateLabel>;
}
