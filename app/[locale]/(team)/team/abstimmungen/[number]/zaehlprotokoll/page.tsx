import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { pageTitle } from '@/app/[locale]/page-title';
import { TeamShell } from '@/app/[locale]/shell';
import { CountRecordPage } from '@/components/voting/count-record';
import { requireCoordinator } from '@/lib/accounts/actor';
import { guarded } from '@/lib/accounts/page-guard';
import { localized, numberInPath } from '@/lib/core/paths';
import { votingPaths } from '@/lib/voting/paths';
import type { Say } from '@/lib/voting/tell/records/details';
import { getCountRecordInOffice } from '@/lib/voting/tell/records/queries';
import { recordDocument } from '@/lib/voting/tell/records/text';

type Props = { params: Promise<{ locale: string; number: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, number } = await params;
  return pageTitle(locale, 'record.pageTitle', { number: numberInPath(number) });
}

/** The record for the office: before the publishing, and of tests. */
export default async function TeamCountRecordPage({ params }: Props) {
  const { locale, number: segment } = await params;
  const number = numberInPath(segment);
  const path = votingPaths.teamPollRecord(number);
  const record = await guarded(locale, path, async () =>
    getCountRecordInOffice(await requireCoordinator(), number),
  );
  const t = await getTranslations({ locale });
  return (
    <TeamShell locale={locale} path={path} current="polls">
      <CountRecordPage
        record={recordDocument(record, locale, t as Say)}
        back={{ href: localized(locale, votingPaths.teamPoll(number)), label: t('record.back') }}
        file={{ href: votingPaths.pollRecordFile(number), label: t('record.file') }}
      />
    </TeamShell>
  );
}
