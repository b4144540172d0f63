import { getTranslations } from 'next-intl/server';
import { Facts } from '@/components/ui/facts';
import { longDateTime } from '@/lib/i18n/dates';
import type { PollView } from '@/lib/voting/types';

/** Content people typed is German, whatever the language of the page. */
export const contentLang = (locale: string) => (locale === 'en' ? 'de' : undefined);

/** Until when, who, how many choices, who decides afterwards. */
export async function PollFacts({ locale, poll }: { locale: string; poll: PollView }) {
  const t = await getTranslations({ locale, namespace: 'voting' });
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
        { label: t('facts.choicesLabel'), value: t('facts.choices', { max: rule.maxChoices }) },
        {
          label: t('facts.deciderLabel'),
          value: t('facts.decider', { who: rule.decidedBy }),
        },
      ]}
    />
  );
}
