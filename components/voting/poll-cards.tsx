import { getTranslations } from 'next-intl/server';
import { Card, CardList } from '@/components/ui/card';
import { contentLang, localized } from '@/lib/core/paths';
import { votingPaths } from '@/lib/voting/paths';
import { outcomeSaid } from '@/lib/voting/tell/proposals/rules';
import type { PollCardView } from '@/lib/voting/types';
import { PollState } from './poll-state';

type PollCardsProps = {
  locale: string;
  /** Read out before the list. */
  label: string;
  polls: readonly PollCardView[];
  level?: 2 | 3 | undefined;
};

/** Polls as cards: question, where it is, what came out. */
export function PollCards({ locale, label, polls, level = 3 }: PollCardsProps) {
  return (
    <CardList columns={2} label={label}>
      {polls.map((poll) => (
        <PollCard key={poll.number} locale={locale} poll={poll} level={level} />
      ))}
    </CardList>
  );
}

type PollCardProps = { locale: string; poll: PollCardView; level: 2 | 3 };

async function PollCard({ locale, poll, level }: PollCardProps) {
  const t = await getTranslations({ locale, namespace: 'voting' });
  const where = poll.districtName || t('card.everywhere');
  return (
    <Card
      title={poll.question}
      titleLang={contentLang(locale)}
      href={localized(locale, votingPaths.poll(poll.number))}
      level={level}
      overline={t('card.overline', { number: poll.number, where })}
      state={<PollState locale={locale} poll={poll} />}
      meta={poll.phase === 'open' ? t('card.daysLeft', { days: poll.daysLeft }) : undefined}
    >
      {poll.phase === 'published' ? <Outcome locale={locale} poll={poll} /> : null}
    </Card>
  );
}

async function Outcome({ locale, poll }: Omit<PollCardProps, 'level'>) {
  const t = await getTranslations({ locale, namespace: 'voting' });
  const [key, params] = outcomeSaid(poll, locale);
  // messages: voting.card.*
  return <p>{t(`card.${key}`, params)}</p>;
}
