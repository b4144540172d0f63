import { getTranslations } from 'next-intl/server';
import { Section } from '@/components/layout/section';
import { localized } from '@/lib/core/paths';
import { forumPaths } from '@/lib/forum/paths';
import { initiativesPaths } from '@/lib/initiatives/paths';
import { proposalsPaths } from '@/lib/proposals/paths';
import { votingPaths } from '@/lib/voting/paths';

export type OwnKind = 'proposals' | 'registrations' | 'requests' | 'polls' | 'supports';

const WAYS: Record<OwnKind, string> = {
  proposals: proposalsPaths.proposalDoor(),
  registrations: forumPaths.forum(),
  requests: initiativesPaths.supportOverview(),
  polls: votingPaths.polls(),
  supports: proposalsPaths.proposals(),
};

/** What somebody has nothing of yet, as ways to begin instead of empty headings. */
export async function NotYet({ locale, kinds }: { locale: string; kinds: readonly OwnKind[] }) {
  if (kinds.length === 0) return null;
  const t = await getTranslations({ locale, namespace: 'profile.notYet' });
  // messages: profile.notYet.*
  return (
    <Section title={t('title')} intro={<p>{t('text')}</p>}>
      <ul className="list-disc ps-5">
        {kinds.map((kind) => (
          <li key={kind}>
            <a href={localized(locale, WAYS[kind])}>{t(kind)}</a>
          </li>
        ))}
      </ul>
    </Section>
  );
}
