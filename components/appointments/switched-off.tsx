import { getTranslations } from 'next-intl/server';
import { Notice } from '@/components/ui/notice';
import { PhoneLine } from '@/components/ui/phone-link';

type SwitchedOffProps = {
  locale: string;
  phone: string;
  /** Only this number, for a while. */
  isClosed?: boolean;
};

/**
 * Where the wall does not stand, or a number is closed after too many wrong codes: nothing is offered and nothing is found,
 * and that is nobody's mistake.
 */
export async function SwitchedOff({ locale, phone, isClosed = false }: SwitchedOffProps) {
  const t = await getTranslations({ locale, namespace: 'appointments' });
  return (
    <Notice tone="warn">
      <p>{isClosed ? t('refused.closed') : t('refused.off')}</p>
      <PhoneLine number={phone}>{t('none.call')}</PhoneLine>
    </Notice>
  );
}
