import { getTranslations } from 'next-intl/server';
import { localized } from '@/lib/core/paths';
import type { ADDED } from '@/lib/forum/decisions/rules';
import { forumPaths } from '@/lib/forum/paths';

interface ResultOpenerProps {
  locale: string;
  /** Number of the session. */
  number: number;
  what: (typeof ADDED)[number];
}

/** The way to one of the forms of a result. */
export async function ResultOpener({ locale, number, what }: ResultOpenerProps) {
  const t = await getTranslations({ locale, namespace: 'forum-office' });
  const href = localized(locale, forumPaths.teamForumResultAdd(number, what));
  return (
    <p>
      {/* messages: forum-office.result.add.* */}
      <a href={`${href}#add`}>{t(`result.add.${what}`)}</a>
    </p>
  );
}
