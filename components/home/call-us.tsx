import { getTranslations } from 'next-intl/server';
import { Card } from '@/components/ui/card';
import { PhoneLink } from '@/components/ui/phone-link';
import { localized } from '@/lib/core/paths';
import { proposalsPaths } from '@/lib/proposals/paths';
import type { Office } from '@/lib/settings/types';

/** Whoever would rather speak to somebody: number, door, and looking up a number. */
export async function CallUs({ locale, office }: { locale: string; office: Office }) {
  const t = await getTranslations({ locale, namespace: 'home' });
  return (
    <Card title={t('call.title')}>
      {office.phone === '' ? null : (
        <p>
          <strong>
            <PhoneLink number={office.phone} icon />
          </strong>
        </p>
      )}
      {office.street === '' ? null : <p>{t('call.text', { street: office.street })}</p>}
      <p>
        <a href={localized(locale, proposalsPaths.numberLookup())}>{t('call.number')}</a>
      </p>
    </Card>
  );
}
