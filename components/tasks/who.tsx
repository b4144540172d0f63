import { getTranslations } from 'next-intl/server';
import type { Who } from '@/lib/tasks/types';

/** Who does a task today, and for whom. */
export async function WhoText({ locale, who }: { locale: string; who: Who }) {
  const t = await getTranslations({ locale, namespace: 'tasks.who' });
  if (who.kind === 'named') return who.name;
  if (who.kind === 'nobody') return who.away ? t('away', { away: who.away }) : t('nobody');
  if (who.kind === 'returned') return who.from ? t('returned', { from: who.from }) : t('gone');
  return who.insteadOf ? t('insteadOf', { name: who.name, away: who.insteadOf }) : who.name;
}
