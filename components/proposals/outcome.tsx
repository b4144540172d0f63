import { getTranslations } from 'next-intl/server';
import { Notice } from '@/components/ui/notice';
import type { ProposalState } from '@/lib/proposals/types';
import { Paragraphs } from './statements';

type OutcomeProps = {
  locale: string;
  outcome: { state: ProposalState; reasonCode: string; reasonText: string; resultNote: string };
};

/** How it ended: what is there now, or why not and what comes instead. */
export async function Outcome({ locale, outcome }: OutcomeProps) {
  const t = await getTranslations({ locale, namespace: 'proposals' });
  const { state, reasonText, resultNote } = outcome;
  if (state === 'DONE') {
    return (
      <Notice tone="good" title={t('outcome.done')}>
        <Paragraphs text={resultNote} />
      </Notice>
    );
  }
  if (state === 'NOT_FEASIBLE') return <NotFeasible locale={locale} outcome={outcome} />;
  const isStopped = state === 'DECLINED' || state === 'ON_HOLD';
  if (!isStopped || !reasonText) return null;
  return (
    <Notice tone="info" title={t(`outcome.${state}`)}>
      <Paragraphs text={reasonText} />
    </Notice>
  );
}

async function NotFeasible({ locale, outcome }: OutcomeProps) {
  const t = await getTranslations({ locale, namespace: 'proposals' });
  const { reasonCode, reasonText, resultNote } = outcome;
  return (
    <Notice tone="info" title={t('outcome.notFeasible')}>
      <div className="stack">
        {reasonCode ? (
          <p>{t('outcome.reason', { reason: t(`infeasible.${reasonCode}`) })}</p>
        ) : null}
        {reasonText ? <Paragraphs text={reasonText} /> : null}
        {resultNote ? (
          <>
            <h3>{t('outcome.alternative')}</h3>
            <Paragraphs text={resultNote} />
          </>
        ) : null}
      </div>
    </Notice>
  );
}
