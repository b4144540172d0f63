import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { pageTitle } from '@/app/[locale]/page-title';
import { PrintFoot, PrintFrame, PrintSheet, PrintTitle } from '@/components/layout/print-frame';
import { CountSteps } from '@/components/voting/count-steps';
import { requireRight } from '@/lib/accounts/actor';
import { guarded } from '@/lib/accounts/page-guard';
import { localized } from '@/lib/core/paths';
import { getOffice } from '@/lib/settings/queries';
import { postalAddress } from '@/lib/settings/rules';
import { getCounting } from '@/lib/voting/count/sheets/queries';
import { votingPaths } from '@/lib/voting/paths';
import { mayCount } from '@/lib/voting/policy';
import { numberInPath } from '@/lib/voting/rules';

type Props = { params: Promise<{ locale: string; number: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return pageTitle((await params).locale, 'counting.checklist.title');
}

/** The steps of counting on one sheet of paper, to tick off and to sign. */
export default async function CountChecklistPage({ params }: Props) {
  const { locale, number: segment } = await params;
  const number = numberInPath(segment);
  const path = votingPaths.countingChecklist(number);
  const view = await guarded(locale, path, async () =>
    getCounting(await requireRight(mayCount), number),
  );
  const t = await getTranslations({ locale, namespace: 'counting' });
  const office = await getOffice({ locale });
  const printOffice = {
    name: office.officeName,
    address: postalAddress(office),
    phone: office.phone,
  };
  const isHands = view.ways.some(({ channel }) => channel === 'HANDS');
  return (
    <PrintFrame
      toolbar={
        <>
          <a href={localized(locale, votingPaths.counting(number))}>{t('checklist.back')}</a>
          <p>{t('checklist.howToPrint')}</p>
        </>
      }
    >
      <PrintSheet foot={<PrintFoot office={printOffice} note={t('checklist.foot')} />}>
        <PrintTitle
          overline={t('checklist.overline', { number })}
          title={t('checklist.title')}
          text={view.question}
        />
        <ol className="list-none ps-0">
          <CountSteps locale={locale} isHands={isHands} toTick />
        </ol>
        <div className="mt-[18mm] grid grid-cols-2 gap-[10mm]">
          <p className="border-t border-ink pt-1 small">{t('checklist.first')}</p>
          <p className="border-t border-ink pt-1 small">{t('checklist.second')}</p>
        </div>
      </PrintSheet>
    </PrintFrame>
  );
}
