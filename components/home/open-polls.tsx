import { getTranslations } from 'next-intl/server';
import { Section } from '@/components/layout/section';
import { PollCards } from '@/components/voting/poll-cards';
import { localized } from '@/lib/core/paths';
import { votingPaths } from '@/lib/voting/paths';
import type { PollCardView } from '@/lib/voting/types';

/** What neighbours can vote on now; nothing is shown when there is nothing. */
export async function OpenPolls({
  locale,
  polls,
}: {
  locale: string;
  polls: readonly PollCardView[];
}) {
  if (polls.length === 0) return null;
  const t = await getTranslations({ locale, namespace: 'home' });
  const more = { href: localized(locale, votingPaths.polls()), label: t('polls.more') };
  return (
    <Section title={t('polls.title')} more={more}>
      <PollCards locale={locale} label={t('polls.title')} polls={polls} />
    </Section>
  );
}
