import { getTranslations } from 'next-intl/server';
import { Section } from '@/components/layout/section';
import { accountsPaths } from '@/lib/accounts/paths';
import { localized } from '@/lib/core/paths';
import type { BallotChannel } from '@/lib/elections/results/types';
import { votingPaths } from '@/lib/voting/paths';
import type { PollView } from '@/lib/voting/types';

/** What the office does on each way of a poll besides the web, and what it prints for it. */
export async function PollWays({ locale, poll }: { locale: string; poll: PollView }) {
  const { phase, number, rule } = poll;
  const t = await getTranslations({ locale, namespace: 'voting-desk' });
  const takes = (way: BallotChannel) => rule.channels.includes(way);
  // A try-out is filled by the program, and by whoever tries it.
  if (poll.isTest || takes('HANDS') || (phase !== 'open' && phase !== 'coming')) return null;
  const links = [
    { key: 'kiosk', shown: takes('KIOSK'), path: votingPaths.teamPollKiosk(number) },
    { key: 'phone', shown: takes('PHONE'), path: votingPaths.teamPollPhone(number) },
    { key: 'papers', shown: takes('PAPER'), path: votingPaths.paperDesk(number) },
    { key: 'print', shown: takes('PAPER'), path: votingPaths.teamPollPrint(number, 'a4') },
    { key: 'strips', shown: takes('PAPER'), path: votingPaths.teamPollPrint(number, 'umschlag') },
    { key: 'cards', shown: true, path: accountsPaths.teamCards() },
    { key: 'poster', shown: true, path: votingPaths.teamPollPrint(number, 'aushang') },
  ] as const;
  return (
    <Section title={t('ways.title')}>
      <ul className="prose">
        {links
          .filter(({ shown }) => shown)
          .map(({ key, path }) => (
            <li key={key}>
              {/* messages: voting-desk.ways.* */}
              <a href={localized(locale, path)}>{t(`ways.${key}`)}</a>
              <br />
              {t(`ways.${key}Text`)}
            </li>
          ))}
      </ul>
    </Section>
  );
}
