import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { pageTitle } from '@/app/[locale]/page-title';
import { PublicShell } from '@/app/[locale]/shell';
import { CountRecordPage } from '@/components/voting/count-record';
import { isAppError } from '@/lib/core/errors';
import { localized, numberInPath } from '@/lib/core/paths';
import { votingPaths } from '@/lib/voting/paths';
import type { Say } from '@/lib/voting/tell/records/details';
import { getCountRecord } from '@/lib/voting/tell/records/queries';
import { recordDocument } from '@/lib/voting/tell/records/text';

type Props = { params: Promise<{ locale: string; number: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, number } = await params;
  // messages: record.pageTitle
  return pageTitle(locale, 'record.pageTitle', { number: numberInPath(number) });
}

/** The record of a published poll, for reading and for print. */
export default async function CountRecordOfPollPage({ params }: Props) {
  const { locale, number: segment } = await params;
  const number = numberInPath(segment);
  const record = await getCountRecord({ locale }, number).catch((error: unknown) => {
    if (isAppError(error)) notFound();
    throw error;
  });
  const t = await getTranslations({ locale });
  return (
    <PublicShell locale={locale} path={votingPaths.pollRecord(number)} current="polls">
      <CountRecordPage
        record={recordDocument(record, locale, t as Say)}
        back={{ href: localized(locale, votingPaths.poll(number)), label: t('record.back') }}
        file={{ href: votingPaths.pollRecordFile(number), label: t('record.file') }}
      />
    </PublicShell>
  );
}
