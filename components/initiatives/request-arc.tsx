import { getTranslations } from 'next-intl/server';
import { CandleArc } from '@/components/brand/candle-arc';
import { progressLights } from '@/lib/initiatives/progress/rules';
import type { RequestStep, SupportKind, SupportState } from '@/lib/initiatives/types';

type RequestArcProps = {
  locale: string;
  state: SupportState;
  kinds: SupportKind[];
  history: RequestStep[];
};

/** The way of a request as lights that go on from left to right. */
export async function RequestArc({ locale, state, kinds, history }: RequestArcProps) {
  const t = await getTranslations({ locale, namespace: 'initiatives' });
  return (
    <CandleArc
      label={t('arc.label')}
      words={{ lit: t('arc.lit'), current: t('arc.current'), open: t('arc.open') }}
      steps={progressLights(state, kinds, history).map(({ key, lit, current }) => ({
        label: key === 'ended' ? t(`arcEnd.${state}`) : t(`arcStep.${key}`),
        lit,
        current,
      }))}
    />
  );
}
