import { getTranslations } from 'next-intl/server';
import { Section } from '@/components/layout/section';
import { ButtonLink } from '@/components/ui/button';
import { CodeDisplay } from '@/components/ui/code-display';
import { Receipt } from '@/components/ui/receipt';
import { appointmentsPaths } from '@/lib/appointments/paths';
import { readKey } from '@/lib/appointments/rules';
import type { Entered as JustEntered } from '@/lib/appointments/types';
import { SlotFacts } from './slot-facts';

type EnteredProps = {
  locale: string;
  entered: JustEntered;
};

/** What somebody at the counter or on the phone is told, and the slip for it. */
export async function Entered({ locale, entered: { booking, key } }: EnteredProps) {
  const t = await getTranslations({ locale, namespace: 'appointments-office.entered' });
  const own = await getTranslations({ locale, namespace: 'appointments.own' });
  const { number = 0, code = '' } = readKey(key) ?? {};
  return (
    <>
      <Receipt title={t('title')} numberLabel={t('number')} number={String(number)}>
        <CodeDisplay label={t('code')} code={code} group={4} />
        <p className="small">{t('tell')}</p>
      </Receipt>
      <ButtonLink href={`${appointmentsPaths.enteredSlip(booking.slotId)}&locale=${locale}`}>
        {own('slipAction')}
      </ButtonLink>
      <Section title={own('details')}>
        <SlotFacts
          locale={locale}
          slot={booking}
          name={booking.name}
          language={booking.language}
          stepFree={booking.stepFree}
        />
      </Section>
      <p className="small">{t('shown')}</p>
    </>
  );
}
