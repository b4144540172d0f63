import { getTranslations } from 'next-intl/server';
import { Prose } from '@/components/layout/section';
import { dayColumn } from '@/lib/core/day.mjs';
import { localized } from '@/lib/core/paths';
import { counsellingPaths } from '@/lib/counselling/paths';
import type { ToReview } from '@/lib/counselling/topics/types';
import { longDay } from '@/lib/i18n/dates';

/** Topic pages whoever counsels should read and confirm. */
export async function ReviewList({
  locale,
  wanted,
}: {
  locale: string;
  wanted: readonly ToReview[];
}) {
  const t = await getTranslations({ locale, namespace: 'counselling-topics.review' });
  if (wanted.length === 0) return <p>{t('none')}</p>;
  return (
    <Prose>
      <ul>
        {wanted.map(({ id, number, title, dueOn }) => (
          <li key={`${id} ${number}`}>
            <a href={localized(locale, counsellingPaths.review(id, number))} lang="de">
              {title}
            </a>
            {` – ${dueOn === null ? t('draft') : t('due', { date: longDay(dayColumn(dueOn), locale) })}`}
          </li>
        ))}
      </ul>
    </Prose>
  );
}
