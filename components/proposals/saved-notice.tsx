import { getTranslations } from 'next-intl/server';
import { Notice } from '@/components/ui/notice';

type SavedNoticeProps = {
  locale: string;
  saved: { step: string; number: number; told: string };
};

/** What was just done, and how the author learns of it. */
export async function SavedNotice({ locale, saved }: SavedNoticeProps) {
  const t = await getTranslations({ locale, namespace: 'proposals-office' });
  return (
    <Notice tone="good" role="status">
      <p>
        {t(`saved.${saved.step}`, { number: saved.number })}{' '}
        {saved.told === 'NOBODY' ? null : t(`told.${saved.told}`)}
      </p>
    </Notice>
  );
}
