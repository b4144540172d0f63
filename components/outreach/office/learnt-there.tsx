import { getTranslations } from 'next-intl/server';
import { Prose, Section } from '@/components/layout/section';
import { dayWords } from '@/components/outreach/words';
import { localized } from '@/lib/core/paths';
import { outreachPaths } from '@/lib/outreach/paths';
import type { LearntThere as Learnt } from '@/lib/outreach/rounds/types';

/** What the last rounds at this place left for the next one; nothing where they left nothing. */
export async function LearntThere({ locale, rows }: { locale: string; rows: readonly Learnt[] }) {
  if (rows.length === 0) return null;
  const t = await getTranslations({ locale, namespace: 'outreach-rounds.case' });
  return (
    <Section title={t('learntBefore')}>
      <ul className="stack">
        {rows.map(({ id, date, learnt }) => (
          <li key={id}>
            <Prose>{learnt}</Prose>
            <a href={localized(locale, outreachPaths.teamRound(id))}>
              {t('learntRound', { day: dayWords(date, locale) })}
            </a>
          </li>
        ))}
      </ul>
    </Section>
  );
}
