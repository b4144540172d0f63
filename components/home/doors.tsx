import { getTranslations } from 'next-intl/server';
import { DoorBroken, DoorIdea, DoorPersonal } from '@/components/brand/doors';
import { DoorList } from '@/components/ui/door-list';
import { localized } from '@/lib/core/paths';
import { counsellingPaths } from '@/lib/counselling/paths';
import { proposalsPaths } from '@/lib/proposals/paths';

type DoorsProps = {
  locale: string;
  /** Somebody listens to a matter of one's own. */
  hasCounselling: boolean;
};

/** The question people come with: an idea, something broken, a matter of their own where somebody listens to it. */
export async function Doors({ locale, hasCounselling }: DoorsProps) {
  const t = await getTranslations({ locale, namespace: 'home' });
  const doors = [
    {
      href: localized(locale, proposalsPaths.proposalForm()),
      title: t('door.idea.title'),
      text: t('door.idea.text'),
      drawing: <DoorIdea />,
    },
    {
      href: localized(locale, proposalsPaths.brokenThing()),
      title: t('door.broken.title'),
      text: t('door.broken.text'),
      drawing: <DoorBroken />,
    },
    ...(hasCounselling
      ? [
          {
            href: localized(locale, counsellingPaths.counselling()),
            title: t('door.personal.title'),
            text: t('door.personal.text'),
            drawing: <DoorPersonal />,
          },
        ]
      : []),
  ];
  return <DoorList label={t('question')} doors={doors} />;
}
