import { getTranslations } from 'next-intl/server';
import { Progress } from '@/components/ui/progress';

type AgendaTimeProps = { locale: string; planned: number; available: number };

/** Whether the agenda fits into the evening. */
export async function AgendaTime({ locale, planned, available }: AgendaTimeProps) {
  const t = await getTranslations({ locale, namespace: 'forum-office' });
  return (
    <div className="mb-6">
      <Progress
        label={t('agenda.time')}
        value={planned}
        max={available}
        text={
          planned > available
            ? t('agenda.timeOver', { planned, available, over: planned - available })
            : t('agenda.timeFits', { planned, available })
        }
      />
    </div>
  );
}
