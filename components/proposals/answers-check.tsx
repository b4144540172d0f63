'use client';

import { useContext } from 'react';
import { FormContext } from '@/components/form/field-context';
import { SummaryList } from '@/components/ui/summary-list';
import { localized } from '@/lib/core/paths';
import type { ProposalCheck } from '@/lib/proposals/intake/types';
import { proposalsPaths } from '@/lib/proposals/paths';

type AnswersCheckProps = {
  locale: string;
  labels: {
    title: string;
    intro: string;
    similarTitle: string;
    similarIntro: string;
    similarOther: string;
    support: string;
    read: string;
    /** `#` stands for the number. */
    number: string;
  };
};

/** Everything typed once more, and what neighbours already proposed nearby. */
export function AnswersCheck({ locale, labels }: AnswersCheckProps) {
  const check = useContext(FormContext)?.state.check as ProposalCheck | undefined;
  if (!check) return null;
  return (
    <div className="stack">
      <h2>{labels.title}</h2>
      <p>{labels.intro}</p>
      <SummaryList rows={check.rows} />
      {check.similar.length > 0 ? (
        <section className="stack" aria-labelledby="similar-title">
          <h2 id="similar-title">{labels.similarTitle}</h2>
          <p>{labels.similarIntro}</p>
          <ul className="stack">
            {check.similar.map(({ number, title, excerpt, place, isSupportable }) => (
              <li key={number} className="rounded-control border-2 border-rule bg-surface p-4">
                <div lang="de">
                  <h3>
                    {labels.number.replace('#', String(number))}: {title}
                  </h3>
                  {place ? <p className="small soft">{place}</p> : null}
                  <p>{excerpt}</p>
                </div>
                <p>
                  <a
                    target="_blank"
                    href={localized(
                      locale,
                      isSupportable
                        ? proposalsPaths.proposalSupport(number)
                        : proposalsPaths.proposal(number),
                    )}
                    rel="noopener"
                  >
                    {isSupportable ? labels.support : labels.read}
                  </a>
                </p>
              </li>
            ))}
          </ul>
          <p>{labels.similarOther}</p>
        </section>
      ) : null}
    </div>
  );
}
