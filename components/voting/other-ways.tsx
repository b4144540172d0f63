import { getTranslations } from 'next-intl/server';
import { Section } from '@/components/layout/section';
import { PhoneLink } from '@/components/ui/phone-link';

type OtherWaysProps = { locale: string; phone: string; officeAddress: string };

/** For everybody without e-mail, without a device, or who would rather have somebody beside them. */
export async function OtherWays({ locale, phone, officeAddress }: OtherWaysProps) {
  const t = await getTranslations({ locale, namespace: 'voting' });
  return (
    <Section title={t('paper.title')} id="anders">
      <p className="measure">{t('paper.text', { address: officeAddress })}</p>
      <p>
        <PhoneLink number={phone} icon>
          {t('paper.call', { phone })}
        </PhoneLink>
      </p>
    </Section>
  );
}
