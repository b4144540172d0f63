import { getTranslations } from 'next-intl/server';
import { PrintFrame } from '@/components/layout/print-frame';
import { EmptyState } from '@/components/ui/empty-state';
import { localized } from '@/lib/core/paths';
import type { CallItem } from '@/lib/mail/calls/types';
import { mailPaths } from '@/lib/mail/paths';
import { postalAddress } from '@/lib/settings/rules';
import type { Office } from '@/lib/settings/types';
import { LetterSheet } from './letter-sheet';

type LetterPagesProps = {
  locale: string;
  letters: CallItem[];
  office: Office;
  /** Address of the page on which numbers are looked up, and its code for phones. */
  lookUp: string;
  qr: { size: number; path: string };
  at: Date;
};

/** One sheet for each letter, nothing else on paper. */
export async function LetterPages({ locale, letters, office, lookUp, qr, at }: LetterPagesProps) {
  const t = await getTranslations({ locale, namespace: 'office.letter' });
  const printOffice = {
    name: office.officeName,
    address: postalAddress(office),
    phone: office.phone,
    town: office.townName,
    lookUp,
  };
  return (
    <PrintFrame
      toolbar={
        <>
          <a href={localized(locale, mailPaths.teamCalls())}>{t('back')}</a>
          <p>{t('howToPrint')}</p>
        </>
      }
    >
      {letters.length === 0 ? <EmptyState title={t('none')} /> : null}
      {letters.map((letter) => (
        <LetterSheet key={letter.id} letter={letter} office={printOffice} qr={qr} at={at} />
      ))}
    </PrintFrame>
  );
}
