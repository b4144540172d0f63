import { getTranslations } from 'next-intl/server';
import { Notice } from '@/components/ui/notice';
import { appointmentsPaths } from '@/lib/appointments/paths';
import type { LeftBehind } from '@/lib/appointments/types';
import { localized } from '@/lib/core/paths';

type LeavingDeskProps = {
  locale: string;
  left: LeftBehind;
  /** Whether they are in the area of the counselling just now: elsewhere its pages are not there. */
  isThere: boolean;
};

/** Before whoever counsels deletes their account: what goes with it, and how many wait for what. */
export async function LeavingDesk({ locale, left, isThere }: LeavingDeskProps) {
  const t = await getTranslations({ locale, namespace: 'appointments-office.leaving' });
  const { waiting, others } = left;
  return (
    <Notice tone={waiting > 0 ? 'warn' : 'info'} title={t('title')}>
      <p>{t('goes')}</p>
      {waiting > 0 ? (
        <>
          <p>{t('waiting', { count: waiting })}</p>
          <p>{others ? t('others') : t('alone')}</p>
          {isThere ? <Ways locale={locale} /> : <p>{t('elsewhere')}</p>}
        </>
      ) : null}
    </Notice>
  );
}

async function Ways({ locale }: { locale: string }) {
  const t = await getTranslations({ locale, namespace: 'appointments-office.leaving' });
  return (
    <ul>
      <li>
        <a href={localized(locale, appointmentsPaths.daysOffNew())}>{t('offAction')}</a>
      </li>
      <li>
        <a href={localized(locale, appointmentsPaths.desk())}>{t('callAction')}</a>
      </li>
    </ul>
  );
}
