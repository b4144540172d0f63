import { getTranslations } from 'next-intl/server';
import { CandleArc } from '@/components/brand/candle-arc';
import { shortDate } from '@/lib/i18n/dates';
import { bodyInSentence, progressSteps } from '@/lib/proposals/reading/rules';
import type { HistoryStep, ProposalState } from '@/lib/proposals/types';

type ProgressArcProps = {
  locale: string;
  state: ProposalState;
  history: HistoryStep[];
  /** Body that has it, named at its light. */
  bodyName: string;
};

/** The way of a proposal as lights that go on from left to right. */
export async function ProgressArc({ locale, state, history, bodyName }: ProgressArcProps) {
  const t = await getTranslations({ locale, namespace: 'proposals' });
  const lights = progressSteps(state, history);
  return (
    <CandleArc
      label={t('arc.label')}
      words={{ lit: t('arc.lit'), current: t('arc.current'), open: t('arc.open') }}
      steps={lights.map(({ key, lit, current, at }) => ({
        label: key === 'ended' ? t(`state.${state}`) : t(`arc.${key}`),
        lit,
        current,
        note: noteOf(key, at, bodyName, locale),
      }))}
    />
  );
}

function noteOf(key: string, at: Date | null, bodyName: string, locale: string) {
  const date = at ? shortDate(at, locale) : '';
  if (key !== 'body' || bodyName === '') return date || undefined;
  const { short } = bodyInSentence(bodyName);
  return date ? `${short}, ${date}` : short;
}
