import { getTranslations } from 'next-intl/server';
import { Facts } from '@/components/ui/facts';
import { longDateTime } from '@/lib/i18n/dates';
import type { PollView } from '@/lib/voting/types';
import { HowItCounts, HowToFill } from './method-explanation';

/** Content people typed is German, whatever the language of the page. */
export const contentLang = (locale: string) => (locale === 'en' ? 'de' : undefined);

/** Until when, who, how to fill in the ballot, how it is counted, who decides afterwards. */
export async function PollFacts({ locale, poll }: { locale: string; poll: PollView }) {
  const t = await getTranslations({ locale, namespace: 'voting' });
  const methods = await getTranslations({ locale, namespace: 'voting-methods' });
  const { rule } = poll;
  const who = rule.districtName
    ? t('facts.who', { age: rule.minAge, district: rule.districtName })
    : t('facts.whoEverywhere', { age: rule.minAge });
  return (
    <Facts
      items={[
        ...(poll.phase === 'draft' || poll.phase === 'coming'
          ? [{ label: t('facts.fromLabel'), value: longDateTime(poll.opensAt, locale) }]
          : []),
        { label: t('facts.untilLabel'), value: longDateTime(poll.closesAt, locale) },
        { label: t('facts.whoLabel'), value: who },
        {
          label: methods('fillTitle'),
          value: <HowToFill locale={locale} rule={rule} />,
        },
        { label: methods('countTitle'), value: <HowItCounts locale={locale} rule={rule} /> },
        {
          label: t('facts.deciderLabel'),
          value: t('facts.decider', { who: rule.decidedBy }),
        },
      ]}
    />
  );
}
