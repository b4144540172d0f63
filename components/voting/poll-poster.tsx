import { getTranslations } from 'next-intl/server';
import {
  PrintFoot,
  type PrintOffice,
  PrintSheet,
  PrintTitle,
} from '@/components/layout/print-frame';
import { QrCode } from '@/components/ui/qr-code';
import { longDateTime } from '@/lib/i18n/dates';
import type { PollView } from '@/lib/voting/types';

type PollPosterProps = {
  locale: string;
  poll: PollView;
  office: PrintOffice;
  qr: { size: number; path: string };
  /** Short address of the poll's page, as it is typed. */
  address: string;
};

/** For the door of the polling place and the show-case: what, until when, which ways. */
export async function PollPoster({ locale, poll, office, qr, address }: PollPosterProps) {
  const t = await getTranslations({ locale, namespace: 'voting-print' });
  const { rule, closesAt } = poll;
  const ways = rule.channels.filter((channel) => channel !== 'PHONE' || office.phone !== '');
  return (
    <PrintSheet
      poster
      foot={
        <PrintFoot
          office={office}
          qr={<QrCode drawing={qr} label={address} />}
          // Where it stands among the ways already, once is enough.
          qrText={rule.channels.includes('WEB') ? undefined : address}
          note={t('poster.note')}
        />
      }
    >
      <PrintTitle
        overline={t('poster.overline')}
        title={rule.question}
        text={t('poster.until', { when: longDateTime(closesAt, locale) })}
      />
      <p>
        {rule.districtName
          ? t('poster.who', { age: rule.minAge, district: rule.districtName })
          : t('poster.whoEverywhere', { age: rule.minAge })}
      </p>
      <ul>
        {ways.map((way) => (
          // messages: voting-print.poster.way.*
          <li key={way}>{t(`poster.way.${way}`, { address, phone: office.phone })}</li>
        ))}
      </ul>
    </PrintSheet>
  );
}
