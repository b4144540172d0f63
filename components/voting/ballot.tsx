import { getTranslations } from 'next-intl/server';
import { formLabels } from '@/components/form/form-labels';
import { Prose } from '@/components/layout/section';
import { Details } from '@/components/ui/details';
import type { FormAction, FormState } from '@/lib/core/form-state';
import { contentLang, localized } from '@/lib/core/paths';
import { longDateTime } from '@/lib/i18n/dates';
import { euros } from '@/lib/i18n/money';
import { votingPaths } from '@/lib/voting/paths';
import type { PollRule, PollView } from '@/lib/voting/types';
import { BallotForm } from './ballot-form';
import { BallotSecrecy } from './ballot-secrecy';
import type { BallotOffer, BallotWords } from './ballot-words';
import { HowItCounts } from './method-explanation';

/** Where the ballot is filled in: on one's own device, in the office's box, by somebody for a caller. */
export type BallotPlace = 'own' | 'kiosk' | 'phone';

type BallotProps = {
  locale: string;
  page: { poll: PollView; withdrawn: readonly string[] };
  place: BallotPlace;
  action: FormAction;
  initialState: FormState;
  ticket?: string | undefined;
};

/** The ballot of a poll for somebody who may vote now. */
export async function Ballot({ locale, page, place, action, ...rest }: BallotProps) {
  const t = await getTranslations({ locale, namespace: 'voting' });
  const methods = await getTranslations({ locale, namespace: 'voting-methods' });
  const { number, rule } = page.poll;
  return (
    <>
      <BallotForm
        action={action}
        {...rest}
        locale={locale}
        words={await wordsOf(locale, page.poll, place)}
        ballot={offerOf(locale, page)}
      />
      <div className="stack mt-8">
        <About locale={locale} rule={page.poll.rule} />
        <Details summary={methods('countTitle')}>
          <HowItCounts locale={locale} rule={rule} />
        </Details>
        {place === 'phone' ? null : <BallotSecrecy locale={locale} rule={rule} />}
        {place === 'own' && !page.poll.isTest ? (
          <p>
            <a href={`${localized(locale, votingPaths.poll(number))}#anders`}>
              {t('ballot.otherWays')}
            </a>
          </p>
        ) : null}
      </div>
    </>
  );
}

/** What stands on the page of the poll, for whoever cannot or does not want to leave the ballot. */
async function About({ locale, rule }: { locale: string; rule: PollRule }) {
  const t = await getTranslations({ locale, namespace: 'voting-ballot' });
  const text = (locale === 'de-LS' && rule.easyText) || rule.description;
  if (!text) return null;
  return (
    <Details summary={t('about')} id="worum">
      <Prose lang={contentLang(locale)}>
        {text.split(/\n{2,}/).map((paragraph) => (
          <p key={paragraph}>{paragraph}</p>
        ))}
      </Prose>
    </Details>
  );
}

function offerOf(locale: string, { poll, withdrawn }: BallotProps['page']): BallotOffer {
  const { question, method, maxChoices, options } = poll.rule;
  return {
    number: poll.number,
    ...{ question, method, maxChoices, withdrawn, locale },
    options: options.map(({ id, label, note, costCents }) => ({
      ...{ id, label, note, costCents },
      price: costCents === null ? '' : euros(costCents, locale),
    })),
    lang: contentLang(locale),
  };
}

async function wordsOf(
  locale: string,
  { number, rule, closesAt }: PollView,
  place: BallotPlace,
): Promise<BallotWords> {
  const t = await getTranslations({ locale, namespace: 'voting' });
  const own = await getTranslations({ locale, namespace: 'voting-ballot' });
  const isPhone = place === 'phone';
  return {
    overline: t('ballot.overline', { number, when: longDateTime(closesAt, locale) }),
    secret: isPhone ? own('phone.seen') : t('ballot.secret'),
    abstain: t('ballot.abstain'),
    abstainHint: t('ballot.abstainHint'),
    toCheck: t('ballot.toCheck'),
    checkTitle: isPhone ? own('phone.checkTitle') : t('ballot.checkTitle'),
    checkFinal: isPhone ? own('phone.checkFinal') : t('ballot.checkFinal'),
    chosen: isPhone ? own('phone.chosen') : t('ballot.chosen'),
    ageLabel: isPhone
      ? own('phone.age', { age: rule.minAge })
      : t('ballot.age', { age: rule.minAge }),
    readOut: isPhone ? own('phone.readOut') : '',
    cast: t('ballot.cast'),
    change: t('ballot.change'),
    ...(await formLabels(locale)),
    withdrawn: own('withdrawn'),
    ...(await methodWords(locale, rule)),
  };
}

type MethodWords = Pick<BallotWords, 'instruction' | 'numbers' | 'used' | 'usedTooMuch' | 'sum'>;

async function methodWords(locale: string, rule: PollRule): Promise<MethodWords> {
  const t = await getTranslations({ locale, namespace: 'voting-ballot' });
  const { method, maxChoices, budgetCents } = rule;
  const most = mostOf(rule);
  const counts = Array.from({ length: (most ?? -1) + 1 }, (_, used) => used);
  const ticks = method === 'UP_TO' || method === 'BUDGET' ? maxChoices : 1;
  return {
    instruction: t(`fill.${FILL[method]}`, {
      max: maxChoices,
      each: rule.pointsPerOption ?? 0,
      total: rule.pointsTotal ?? 0,
      limited: rule.pointsTotal === null ? 'no' : 'yes',
    }),
    numbers: await numbersOf(locale, rule),
    // messages: voting-ballot.used.points voting-ballot.used.ticks
    used: counts.map((used) =>
      t(method === 'POINTS' ? 'used.points' : 'used.ticks', {
        used,
        left: (most ?? 0) - used,
        max: ticks,
      }),
    ),
    usedTooMuch: t(method === 'POINTS' ? 'used.tooManyPoints' : 'used.tooManyTicks', {
      total: rule.pointsTotal ?? 0,
      max: ticks,
    }),
    sum:
      method === 'BUDGET'
        ? t('used.sum', { sum: '{sum}', budget: euros(budgetCents ?? 0, locale) })
        : '',
  };
}

// messages: voting-ballot.fill.*
const FILL = {
  YES_NO: 'one',
  ONE: 'one',
  UP_TO: 'upTo',
  POINTS: 'points',
  RANKING: 'ranking',
  BUDGET: 'budget',
} as const satisfies Record<PollRule['method'], string>;

/** How much a ballot can hold, where it is worth telling how much is left. */
function mostOf({ method, maxChoices, pointsTotal }: PollRule): number | null {
  if (method === 'POINTS') return pointsTotal;
  return (method === 'UP_TO' || method === 'BUDGET') && maxChoices > 1 ? maxChoices : null;
}

/** What stands in the list beside an option, nothing first. */
async function numbersOf(locale: string, rule: PollRule): Promise<string[]> {
  const t = await getTranslations({ locale, namespace: 'voting-ballot' });
  if (rule.method === 'RANKING') {
    return [t('noRank'), ...rule.options.map((_, index) => t('rank', { rank: index + 1 }))];
  }
  if (rule.method !== 'POINTS') return [];
  const most = rule.pointsPerOption ?? 0;
  return Array.from({ length: most + 1 }, (_, points) => t('points', { points }));
}
