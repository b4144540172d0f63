import { getTranslations } from 'next-intl/server';
import { Section } from '@/components/layout/section';
import { localized, routes } from '@/lib/core/routes';

export type OwnKind = 'proposals' | 'registrations' | 'requests' | 'polls' | 'supports';

const WAYS: Record<OwnKind, string> = {
  proposals: routes.proposalDoor(),
  registrations: routes.forum(),
  requests: routes.supportOverview(),
  polls: routes.polls(),
  supports: routes.proposals(),
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
