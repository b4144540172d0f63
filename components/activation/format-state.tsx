import { getTranslations } from 'next-intl/server';
import { StateLabel, type StateTone } from '@/components/ui/state-label';
import type { ActivationState } from '@/lib/activation/types';

const TONES: Record<ActivationState, StateTone> = {
  IDEA: 'neutral',
  CONCEPT: 'neutral',
  IN_TRIAL: 'waiting',
  EVALUATED: 'info',
  ESTABLISHED: 'good',
  ADJUSTED: 'info',
  DISCARDED: 'neutral',
};

/** Where a format stands. */
export async function FormatState({ locale, state }: { locale: string; state: ActivationState }) {
  // messages: activation.state.*
  const t = await getTranslations({ locale, namespace: 'activation.state' });
  return <StateLabel tone={TONES[state]}>{t(state)}</StateLabel>;
}
