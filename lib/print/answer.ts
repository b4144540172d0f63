import { now } from '@/lib/core/clock';
import { dayColumn } from '@/lib/core/day.mjs';
import { readEnv } from '@/lib/core/env.mjs';
import { log } from '@/lib/core/log.mjs';
import { officeToday } from '@/lib/core/office-time';
import { markNotPrinted } from '@/lib/core/page-cache';
import { longDay } from '@/lib/i18n/dates';
import { PrintError } from './errors';
import { drawAddress, type QrDrawing } from './qr';
import { type Asker, type Sheets, typeset } from './typst';

/** Too many at once is no fault. */
const levelOf = (reason: PrintError['reason']) => (reason === 'busy' ? 'warn' : 'error');

/** Seconds after which another try makes sense. */
const LATER = 30;

/**
 * A file as an answer; where none can be made, a page that says so.
 * @param file its name, without the ending
 */
export async function pdfAnswer(file: string, bytes: Promise<Buffer>): Promise<Response> {
  const own = { 'cache-control': 'private, no-store' };
  try {
    return new Response(new Uint8Array(await bytes), {
      headers: {
        ...own,
        'content-type': 'application/pdf',
        'content-disposition': `inline; filename="${file}.pdf"`,
      },
    });
  } catch (error) {
    if (!(error instanceof PrintError)) throw error;
    if (error.reason !== 'left') {
      log(levelOf(error.reason), 'file.notPrinted', { reason: error.reason }, error);
    }
    markNotPrinted();
    return new Response(null, { status: 503, headers: { ...own, 'retry-after': String(LATER) } });
  }
}

/** What is set from a template just now and kept by nobody, as a file. */
export const sheetAnswer = (
  file: string,
  sheets: Pick<Sheets, 'template' | 'data'>,
  by: Asker,
): Promise<Response> => pdfAnswer(file, typeset({ ...sheets, at: now() }, by));

/** Where a phone goes on from a sheet: the code, and the address beside it. @param path without language */
export function ledTo(path: string): { address: string; qr: QrDrawing } {
  const { href, host, pathname } = new URL(path, readEnv().APP_URL);
  return { address: pathname === '/' ? host : `${host}${pathname}`, qr: drawAddress(href) };
}

/** "Stand 30. November 2026", for the foot of what is set just now. @param say of all words */
export const printedToday = (
  say: (key: 'common.printed', params: { day: string }) => string,
  locale: string,
): string => say('common.printed', { day: longDay(dayColumn(officeToday()), locale) });
