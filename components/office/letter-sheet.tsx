import { getTranslations } from 'next-intl/server';
import { PrintFoot, type PrintOffice, PrintSheet } from '@/components/layout/print-frame';
import { QrCode } from '@/components/ui/qr-code';
import { longDate, shortDate } from '@/lib/i18n/dates';
import type { CallItem } from '@/lib/mail/calls/types';

type LetterSheetProps = {
  letter: CallItem;
  office: PrintOffice & { town: string; lookUp: string };
  qr: { size: number; path: string };
  at: Date;
};

/** Letters are in German: that is the language they were written in. */
const LOCALE = 'de';

/** A letter for a window envelope (DIN 5008, form B): the address stands 45 mm below the edge. */
export async function LetterSheet({ letter, office, qr, at }: LetterSheetProps) {
  const t = await getTranslations({ locale: LOCALE, namespace: 'office.letter' });
  const { person, contact, subject, message } = letter;
  const address = contact.replace(/,\s*/g, '\n');
  const recipient =
    person !== '' && !contact.startsWith(person) ? `${person}\n${address}` : address;
  const date = `${shortDate(at, LOCALE)} ${longDate(at, LOCALE).slice(-4)}`;
  return (
    <PrintSheet
      foot={
        <PrintFoot
          office={office}
          qr={<QrCode drawing={qr} label={office.lookUp} className="size-[26mm]" />}
          qrText={t('lookUp')}
        />
      }
    >
      <div lang={LOCALE}>
        <div className="h-[45mm] w-[92mm] max-w-full ps-[7mm] pt-[31mm]">
          <p className="border-b border-rule text-[7pt]">
            {office.name} · {office.address}
          </p>
        </div>
        <p className="min-h-[28mm] w-[92mm] max-w-full ps-[7mm] whitespace-pre-line">{recipient}</p>
        <p className="text-end">{t('date', { town: office.town, date })}</p>
        <h1 className="mt-[8mm] text-[16pt]">{subject}</h1>
        <p className="mt-[6mm]">{person ? t('hello', { person }) : t('helloNameless')}</p>
        <div className="mt-[4mm] stack whitespace-pre-line">
          {message.split('\n').map((paragraph, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: paragraphs keep their order
            <p key={index}>{paragraph}</p>
          ))}
        </div>
        <p className="mt-[8mm]">{t('call', { phone: office.phone })}</p>
        <p className="mt-[10mm]">{t('greeting')}</p>
        <p className="mt-[14mm]">{office.name}</p>
      </div>
    </PrintSheet>
  );
}
