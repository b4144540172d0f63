import { getTranslations } from 'next-intl/server';
import { CandleArc } from '@/components/brand/candle-arc';
import { shortDate } from '@/lib/i18n/dates';
import {
  type ArcKey,
  arcLabel,
  bodyInSentence,
  progressSteps,
} from '@/lib/proposals/reading/rules';
import { isOnlyEntered } from '@/lib/proposals/rules';
import type { HistoryStep, ProposalState } from '@/lib/proposals/types';

type ProgressArcProps = {
  locale: string;
  state: ProposalState;
  history: HistoryStep[];
  /** Body that has it, named at its light. */
  bodyName: string;
  isAsked: boolean;
};

/** The way of a proposal as lights that go on from left to right. */
export async function ProgressArc(props: ProgressArcProps) {
  const { locale, state, history } = props;
  const t = await getTranslations({ locale, namespace: 'proposals' });
  // messages: proposals.entered.*
  const ended = isOnlyEntered(state, history) ? t(`entered.${state}`) : t(`state.${state}`);
  const lights = progressSteps(state, history);
  return (
    <CandleArc
      label={t('arc.label')}
      words={{ lit: t('arc.lit'), current: t('arc.current'), open: t('arc.open') }}
      steps={lights.map(({ key, lit, current, at }) => ({
        label: key === 'ended' ? ended : t(`arc.${arcLabel(key, props)}`),
        lit,
        current,
        note: noteOf(key, at, props),
      }))}
    />
  );
}

function noteOf(key: ArcKey, at: Date | null, { locale, bodyName, ...facts }: ProgressArcProps) {
  const date = at ? shortDate(at, locale) : '';
  if (key !== 'body' || bodyName === '') return date || undefined;
  const { short } = bodyInSentence(bodyName);
  if (arcLabel(key, facts) === 'asking') return short;
  // A question may go out later than it was put down.
  const sent = facts.history.findLast(({ step }) => step === 'send');
  const since = sent ? shortDate(sent.at, locale) : date;
  return since ? `${short}, ${since}` : short;
}
