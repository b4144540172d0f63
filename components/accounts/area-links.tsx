import { getTranslations } from 'next-intl/server';
import { ButtonLink } from '@/components/ui/button';
import { accountsPaths } from '@/lib/accounts/paths';
import type { OwnArea } from '@/lib/accounts/types';
import { localized } from '@/lib/core/paths';
import { forumPaths } from '@/lib/forum/paths';

const AREAS = {
  team: [accountsPaths.team(), 'toTeam'],
  counselling: [accountsPaths.counsellingDesk(), 'toCounselling'],
  figures: [accountsPaths.figures(), 'toFigures'],
  representation: [forumPaths.representation(), 'toRepresentation'],
  partner: [accountsPaths.partner(), 'toPartner'],
} as const satisfies Record<OwnArea, readonly [path: string, label: string]>;

/** The doors to where somebody works, on their own page. */
export async function AreaLinks({ locale, areas }: { locale: string; areas: readonly OwnArea[] }) {
  // messages: profile.toTeam profile.toCounselling profile.toFigures profile.toRepresentation profile.toPartner
  const t = await getTranslations({ locale, namespace: 'profile' });
  return areas.map((area) => {
    const [path, label] = AREAS[area];
    // The office finds the figures in its own menu as well.
    const isSecond = area === 'figures' && areas.includes('team');
    return (
      <ButtonLink
        key={area}
        href={localized(locale, path)}
        variant={isSecond ? 'secondary' : undefined}
      >
        {t(label)}
      </ButtonLink>
    );
  });
}
