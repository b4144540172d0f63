import { getTranslations } from 'next-intl/server';
import type { PollOptionView } from '@/lib/elections/results/types';
import { longDateTime } from '@/lib/i18n/dates';
import { euros } from '@/lib/i18n/money';
import type { PollView } from '@/lib/voting/types';
import { MARKS } from '@/lib/voting/vote/papers/rules';
import { HowToFill } from './method-explanation';

type PaperBallotProps = {
  locale: string;
  poll: PollView;
  withdrawn: readonly string[];
  size: 'normal' | 'small' | 'large';
};

/**
 * One ballot on paper. Its options carry the numbers whoever counts will type; it carries no code and
 * no name, so that no paper leads to anybody.
 */
export async function PaperBallot({ locale, poll, withdrawn, size }: PaperBallotProps) {
  const t = await getTranslations({ locale, namespace: 'voting-print' });
  const methods = await getTranslations({ locale, namespace: 'voting-methods' });
  const { rule, number, closesAt } = poll;
  const isDense = size !== 'large' && rule.options.length > 9;
  const mark = MARKS[rule.method];
  return (
    <article className={`paper-ballot paper-${size}${isDense ? ' paper-dense' : ''}`} lang="de">
      <p className="sheet-overline">
        {/* messages: voting-methods.name.* */}
        {t('ballot.overline', {
          number,
          method: methods(`name.${rule.method}`),
          when: longDateTime(closesAt, locale),
        })}
      </p>
      <h2 className="paper-question">{rule.question}</h2>
      <HowToFill locale={locale} rule={rule} />
      <ol className="paper-options">
        {rule.options.map((option, index) => (
          <PaperOption
            key={option.id}
            locale={locale}
            option={option}
            number={index + 1}
            mark={mark}
            withdrawn={withdrawn.includes(option.id) ? t('ballot.withdrawn') : ''}
          />
        ))}
      </ol>
      <p className="paper-abstain">
        <span className={`paper-mark paper-${mark === 'number' ? 'box' : mark}`} />
        <span>{t('ballot.abstain')}</span>
      </p>
      <p className="paper-foot">{t('ballot.noCode')}</p>
    </article>
  );
}

type PaperOptionProps = {
  locale: string;
  option: PollOptionView;
  number: number;
  mark: string;
  withdrawn: string;
};

function PaperOption({ locale, option, number, mark, withdrawn }: PaperOptionProps) {
  const { label, note, costCents } = option;
  const price = costCents === null ? null : <> · {euros(costCents, locale)}</>;
  return (
    <li>
      {withdrawn ? (
        <span className="paper-mark" />
      ) : (
        <span className={`paper-mark paper-${mark}`} />
      )}
      <strong className="tabular">{number}</strong>
      <span>
        {withdrawn ? <s>{label}</s> : <strong>{label}</strong>}
        {price}
        {withdrawn || note ? (
          <>
            <br />
            {withdrawn || note}
          </>
        ) : null}
      </span>
    </li>
  );
}
