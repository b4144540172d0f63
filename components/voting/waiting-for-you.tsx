import { getTranslations } from 'next-intl/server';
import { OwnList } from '@/components/accounts/own-list';
import { localized } from '@/lib/core/paths';
import { longDateTime } from '@/lib/i18n/dates';
import { votingPaths } from '@/lib/voting/paths';
import type { WaitingDraft } from '@/lib/voting/prepare/checking/types';
import type { WaitingStop } from '@/lib/voting/stop/types';

type WaitingForYouProps = {
  locale: string;
  /** Of the office, where they find it; others have a page of their own. */
  isStaff: boolean;
  drafts: readonly WaitingDraft[];
  stops: readonly WaitingStop[];
};

/** Polls that wait for a second person like this one; nothing is said where there are none. */
export async function WaitingForYou({ locale, isStaff, drafts, stops }: WaitingForYouProps) {
  const t = await getTranslations({ locale, namespace: 'voting-drafts' });
  const office = await getTranslations({ locale, namespace: 'voting-office' });
  const { pollCheck, teamPollCheck, teamPollLater } = votingPaths;
  return (
    <>
      <OwnList
        title={t('check.ownList')}
        empty={null}
        items={drafts.map(({ number, question, readyAt }) => ({
          id: String(number),
          href: localized(locale, isStaff ? teamPollCheck(number) : pollCheck(number)),
          label: question,
          note: t('check.ownSince', { number, when: longDateTime(readyAt, locale) }),
        }))}
      />
      <OwnList
        title={office('stop.ownList')}
        empty={null}
        items={stops.map(({ number, question, askedAt }) => ({
          id: String(number),
          href: localized(locale, isStaff ? teamPollLater(number) : pollCheck(number)),
          label: question,
          note: office('stop.ownSince', { number, when: longDateTime(askedAt, locale) }),
        }))}
      />
    </>
  );
}
