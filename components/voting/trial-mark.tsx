import { getTranslations } from 'next-intl/server';
import { Notice } from '@/components/ui/notice';

/** A try-out must never be taken for a poll, on no page and on no paper. */
export async function TrialMark({ locale }: { locale: string }) {
  const t = await getTranslations({ locale, namespace: 'voting-drafts' });
  return (
    <Notice tone="warn" title={t('trial.mark')}>
      <p>{t('trial.markText')}</p>
    </Notice>
  );
}
