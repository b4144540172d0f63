import { getTranslations } from 'next-intl/server';
import { Details } from '@/components/ui/details';

/** Why nobody can see what somebody chose, and what a receipt proves: promises with their limits. */
export async function BallotSecrecy({ locale }: { locale: string }) {
  const t = await getTranslations({ locale, namespace: 'voting' });
  return (
    <Details summary={t('secrecy.title')} id="geheim">
      <ul>
        <li>{t('secrecy.apart')}</li>
        <li>{t('secrecy.mixed')}</li>
        <li>{t('secrecy.untilClose')}</li>
        <li>{t('secrecy.staff')}</li>
        <li>{t('secrecy.receipt')}</li>
        <li>{t('secrecy.limit')}</li>
      </ul>
    </Details>
  );
}
