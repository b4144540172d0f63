import { groupCode } from '@/lib/core/tokens';
import { longDateTime } from '@/lib/i18n/dates';
import type { QrDrawing } from '@/lib/print/qr';
import type { PrintBlock } from '@/lib/print/types';
import { readKey } from '../rules';
import type { Entered } from '../types';

type Say = (key: string, params?: Record<string, string | number>) => string;

/** Whose appointment it is, and where it is changed: without scheme. */
export interface SlipOffice {
  officeName: string;
  phone: string;
  address: string;
  qr: QrDrawing;
}

/** What the slip of an appointment is printed from: number and code, no name and nothing of what it is about. @param say of `appointments` */
export function slipData(entered: Entered, office: SlipOffice, say: Say, locale: string) {
  return {
    ...{ title: say('slip.title'), overline: office.officeName, subject: say('slip.subject') },
    ...{ author: office.officeName, lang: locale === 'en' ? 'en' : 'de', mark: '' },
    ...{ address: office.address, qr: office.qr },
    foot: say('slip.foot', { page: '{page}', pages: '{pages}' }),
    blocks: slipBlocks(entered, office, say, locale),
  };
}

function slipBlocks(
  { key, booking }: Entered,
  { address, phone }: SlipOffice,
  say: Say,
  locale: string,
): PrintBlock[] {
  const known = readKey(key);
  // messages: appointments.kind.*
  const kind = say(`kind.${booking.kind}`);
  const rows = [
    { label: say('fact.when'), value: longDateTime(booking.startsAt, locale, booking.timeZone) },
    { label: say('fact.kind'), value: kind },
    // Nobody goes anywhere for a call, and to a visit the counsellor does.
    { label: say('fact.where'), value: booking.kind === 'PERSONAL' ? booking.place : '' },
    { label: say('fact.number'), value: String(known?.number ?? '') },
    { label: say('fact.code'), value: groupCode(known?.code ?? '') },
  ];
  return [
    { kind: 'facts', caption: say('own.title'), rows: rows.filter(({ value }) => value !== '') },
    { kind: 'text', text: say('slip.how', { address, phone }) },
  ];
}
