import { getTranslations } from 'next-intl/server';
import type { SurveyPhase } from '@/lib/activation/surveys/types';

interface SurveyPhaseTextProps {
  locale: string;
  phase: SurveyPhase;
  /** Somebody who wants to be invited was not reached yet. */
  isOwed: boolean;
}

/** Where a survey stands; told is not all as long as somebody waits to be invited. */
export async function SurveyPhaseText({ locale, phase, isOwed }: SurveyPhaseTextProps) {
  const t = await getTranslations({ locale });
  // messages: activation-surveys.phase.*
  const words = t(`activation-surveys.phase.${phase}`);
  return isOwed ? t('activation-inviting.owed', { phase: words }) : words;
}
