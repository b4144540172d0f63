import { getTranslations } from 'next-intl/server';
import type { FormAction, FormState } from '@/lib/core/form-state';
import { localized, routes } from '@/lib/core/routes';
import { longDateTime } from '@/lib/i18n/dates';
import type { PollView } from '@/lib/voting/types';
import { BallotForm } from './ballot-form';
import { BallotSecrecy } from './ballot-secrecy';
import type { BallotWords } from './ballot-steps';
import { contentLang } from './poll-facts';

type BallotProps = {
  locale: string;
  poll: PollView;
  action: FormAction;
  initialState: FormState;
};

/** The ballot of a poll for somebody who may vote now. */
export async function Ballot({ locale, poll, action, initialState }: BallotProps) {
  const t = await getTranslations({ locale, namespace: 'voting' });
  const { number, rule } = poll;
  return (
    <>
      <BallotForm
        action={action}
        initialState={initialState}
        locale={locale}
        words={await wordsOf(locale, poll)}
        ballot={{
          number,
          question: rule.question,
          maxChoices: rule.maxChoices,
          options: rule.options,
          lang: contentLang(locale),
        }}
      />
      <div className="stack mt-8">
        <BallotSecrecy locale={locale} />
        <p>
          <a href={`${localized(locale, routes.poll(number))}#anders`}>{t('ballot.otherWays')}</a>
        </p>
      </div>
    </>
  );
}

async function wordsOf(locale: string, { number, rule, closesAt }: PollView): Promise<BallotWords> {
  const t = await getTranslations({ locale, namespace: 'voting' });
  const form = await getTranslations({ locale, namespace: 'form' });
  return {
    overline: t('ballot.overline', { number, when: longDateTime(closesAt, locale) }),
    instruction: t('facts.choices', { max: rule.maxChoices }),
    secret: t('ballot.secret'),
    abstain: t('ballot.abstain'),
    abstainHint: t('ballot.abstainHint'),
    toCheck: t('ballot.toCheck'),
    checkTitle: t('ballot.checkTitle'),
    checkFinal: t('ballot.checkFinal'),
    chosen: t('ballot.chosen'),
    ageLabel: t('ballot.age', { age: rule.minAge }),
    cast: t('ballot.cast'),
    change: t('ballot.change'),
    pending: form('pending'),
    errorTitle: form('errorTitle'),
    errorPrefix: form('errorPrefix'),
    honeypot: form('honeypot'),
  };
}
