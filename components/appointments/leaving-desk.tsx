import { getTranslations } from 'next-intl/server';
import { Notice } from '@/components/ui/notice';
import { appointmentsPaths } from '@/lib/appointments/paths';
import type { LeftBehind } from '@/lib/appointments/types';
import { localized } from '@/lib/core/paths';

/** Before whoever counsels deletes their account: what goes with it, and how many wait for what. */
export async function LeavingDesk({ locale, left }: { locale: string; left: LeftBehind }) {
  const t = await getTranslations({ locale, namespace: 'appointments-office.leaving' });
  const { waiting, others } = left;
  return (
    <Notice tone={waiting > 0 ? 'warn' : 'info'} title={t('title')}>
      <p>{t('goes')}</p>
      {waiting > 0 ? (
        <>
          <p>{t('waiting', { count: waiting })}</p>
          <p>{others ? t('others') : t('alone')}</p>
          <ul>
            <li>
              <a href={localized(locale, appointmentsPaths.daysOffNew())}>{t('offAction')}</a>
            </li>
            <li>
              <a href={localized(locale, appointmentsPaths.desk())}>{t('callAction')}</a>
            </li>
          </ul>
        </>
      ) : null}
    </Notice>
  );
}
