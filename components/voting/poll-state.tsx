import { getTranslations } from 'next-intl/server';
import { StateLabel } from '@/components/ui/state-label';
import { longDateTime } from '@/lib/i18n/dates';
import type { PollCardView, PollPhase } from '@/lib/voting/types';

const TONES = {
  draft: 'neutral',
  coming: 'info',
  open: 'good',
  counting: 'waiting',
  published: 'neutral',
  cancelled: 'late',
  annulled: 'late',
} as const satisfies Record<PollPhase, string>;

type PollStateProps = {
  locale: string;
  poll: Pick<PollCardView, 'phase' | 'opensAt' | 'closesAt'> & { isTest?: boolean };
};

/** Where a poll is, as a neighbour would say it. */
export async function PollState({ locale, poll }: PollStateProps) {
  const t = await getTranslations({ locale, namespace: 'voting' });
  // A try-out is over whenever the office has seen enough, whatever its end says.
  if (poll.isTest && poll.phase !== 'open') {
    const drafts = await getTranslations({ locale, namespace: 'voting-drafts' });
    return <StateLabel tone="neutral">{drafts('trial.over')}</StateLabel>;
  }
  const when = longDateTime(poll.phase === 'coming' ? poll.opensAt : poll.closesAt, locale);
  // messages: voting.phase.*
  return <StateLabel tone={TONES[poll.phase]}>{t(`phase.${poll.phase}`, { when })}</StateLabel>;
}
