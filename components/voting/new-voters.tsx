import { getTranslations } from 'next-intl/server';
import { Section } from '@/components/layout/section';
import type { Served } from '@/lib/elections/explained/types';
import { SMALLEST_GROUP } from '@/lib/elections/results/shown';

/** How many accounts came into being while the poll was open; for whoever has to judge what it is worth. */
export async function NewVoters({ locale, fresh }: { locale: string; fresh: Served }) {
  const t = await getTranslations({ locale, namespace: 'voting-office' });
  return (
    <Section title={t('newVoters.title')}>
      <p className="measure">
        {t('newVoters.text', { people: 0, of: 0, ...fresh, from: SMALLEST_GROUP })}
      </p>
    </Section>
  );
}
