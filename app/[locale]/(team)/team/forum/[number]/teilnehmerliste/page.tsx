import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { pageTitle } from '@/app/[locale]/page-title';
import { AttendanceSheet } from '@/components/forum/attendance-sheet';
import { PrintFrame } from '@/components/layout/print-frame';
import { requireCoordinator } from '@/lib/accounts/actor';
import { guarded } from '@/lib/accounts/page-guard';
import { localized } from '@/lib/core/paths';
import { forumPaths } from '@/lib/forum/paths';
import { getSessionInOffice } from '@/lib/forum/planning/queries';
import { listForAttendance } from '@/lib/forum/registrations/queries';
import { attendanceSheets } from '@/lib/forum/registrations/rules';
import { readSessionNumber } from '@/lib/forum/sessions/schema';
import { longDateTime } from '@/lib/i18n/dates';
import { getOffice } from '@/lib/settings/queries';
import { postalAddress } from '@/lib/settings/rules';

type Props = { params: Promise<{ locale: string; number: string }> };

/** Lines that fit above the foot of an A4 sheet, and those left for people who just come. */
const LINES_PER_SHEET = 18;
const FEWEST_EMPTY_LINES = 6;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  // messages: forum-office.list.pageTitle
  return pageTitle((await params).locale, 'forum-office.list.pageTitle');
}

export default async function AttendanceListPage({ params }: Props) {
  const { locale, number: segment } = await params;
  const number = readSessionNumber(segment);
  const { session, groups } = await guarded(
    locale,
    forumPaths.teamAttendanceList(number),
    async () => {
      const actor = await requireCoordinator();
      return {
        session: await getSessionInOffice(actor, number),
        groups: await listForAttendance(actor, number),
      };
    },
  );
  const t = await getTranslations({ locale, namespace: 'forum-office' });
  const office = await getOffice({ locale });
  const sheets = attendanceSheets(groups, LINES_PER_SHEET, FEWEST_EMPTY_LINES);
  const printOffice = {
    name: office.officeName,
    address: postalAddress(office),
    phone: office.phone,
  };
  return (
    <PrintFrame
      toolbar={
        <>
          <a href={localized(locale, forumPaths.teamForumSession(number))}>{t('list.back')}</a>
          <p>{t('list.howToPrint')}</p>
        </>
      }
    >
      {sheets.map((rows, index) => (
        <AttendanceSheet
          key={rows[0]?.id ?? index}
          locale={locale}
          title={session.title}
          when={t('list.when', {
            when: longDateTime(session.startsAt, locale),
            place: session.place,
          })}
          office={printOffice}
          rows={rows}
          sheet={index + 1}
          sheets={sheets.length}
          first={index * LINES_PER_SHEET + 1}
        />
      ))}
    </PrintFrame>
  );
}
