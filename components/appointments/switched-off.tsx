import { getTranslations } from 'next-intl/server';
import { Notice } from '@/components/ui/notice';
import { PhoneLine } from '@/components/ui/phone-link';

type SwitchedOffProps = { locale: string; phone: string };

/** Where the wall does not stand: nothing is offered and nothing is found, and that is nobody's mistake. */
export async function SwitchedOff({ locale, phone }: SwitchedOffProps) {
  const t = await getTranslations({ locale, namespace: 'appointments' });
  return (
    <Notice tone="warn">
      <p>{t('refused.off')}</p>
      <PhoneLine number={phone}>{t('none.call')}</PhoneLine>
    </Notice>
  );
}
