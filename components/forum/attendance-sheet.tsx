import { getTranslations } from 'next-intl/server';
import {
  PrintFoot,
  type PrintOffice,
  PrintSheet,
  PrintTitle,
} from '@/components/layout/print-frame';
import type { ListRow } from '@/lib/forum/registrations/rules';

type AttendanceSheetProps = {
  locale: string;
  title: string;
  /** Date, time and place in one line. */
  when: string;
  office: PrintOffice;
  rows: readonly ListRow[];
  sheet: number;
  sheets: number;
  /** Number of the first line on this sheet, from 1. */
  first: number;
};

const CELL = 'border border-ink px-2 h-[9.2mm] text-start align-middle';

/** A list to sign: name and signature, nothing else. */
export async function AttendanceSheet(props: AttendanceSheetProps) {
  const { locale, title, when, office, rows, sheet, sheets, first } = props;
  const t = await getTranslations({ locale, namespace: 'forum-office' });
  return (
    <PrintSheet foot={<PrintFoot office={office} note={t('list.foot')} />}>
      <PrintTitle overline={t('list.overline', { sheet, sheets })} title={title} text={when} />
      <table className="w-full border-collapse">
        <caption className="visually-hidden">{title}</caption>
        <thead>
          <tr>
            <th scope="col" className={`${CELL} w-[12mm]`}>
              {t('list.no')}
            </th>
            <th scope="col" className={CELL}>
              {t('list.name')}
            </th>
            <th scope="col" className={CELL}>
              {t('list.signature')}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr key={row.id}>
              <td className={`${CELL} tabular`}>{first + index}</td>
              <td className={CELL}>
                {row.companion ? (
                  <span className="small">{t('list.companion', { name: row.name })}</span>
                ) : (
                  <bdi>{row.name}</bdi>
                )}
              </td>
              <td className={`${CELL} w-[45%]`} />
            </tr>
          ))}
        </tbody>
      </table>
    </PrintSheet>
  );
}
