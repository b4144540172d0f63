import { getTranslations } from 'next-intl/server';
import { findOpenBooking } from '@/lib/appointments/booking/queries';
import { slipBlocks } from '@/lib/appointments/booking/text';
import { enteredKey } from '@/lib/appointments/cookie';
import { appointmentsPaths, ENTERED } from '@/lib/appointments/paths';
import { readKey } from '@/lib/appointments/rules';
import { now } from '@/lib/core/clock';
import { readEnv } from '@/lib/core/env.mjs';
import { isLocale } from '@/lib/core/paths';
import { groupCode } from '@/lib/core/tokens';
import { longDateTime } from '@/lib/i18n/dates';
import { pdfAnswer } from '@/lib/print/answer';
import { typeset } from '@/lib/print/typst';
import { getOffice } from '@/lib/settings/queries';

export const dynamic = 'force-dynamic';

type Context = { params: Promise<{ key: string }> };
type Say = Parameters<typeof slipBlocks>[1];

/** The slip of one's own appointment, as a PDF that nobody keeps; none of one that is over or off. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const asked = (await params).key;
  // Whoever has just taken it for somebody has its key in this browser.
  const key = asked === ENTERED ? await enteredKey() : asked;
  const booking = await findOpenBooking(key);
  const known = readKey(key);
  if (!booking || !known) return new Response(null, { status: 404 });
  const wished = new URL(request.url).searchParams.get('locale') ?? '';
  const locale = isLocale(wished) ? wished : 'de';
  const office = await getOffice({ locale });
  const t = await getTranslations({ locale, namespace: 'appointments' });
  const url = new URL(appointmentsPaths.lookUp(), readEnv().APP_URL);
  const slip = {
    number: known.number,
    code: groupCode(known.code),
    when: longDateTime(booking.startsAt, locale, booking.timeZone),
    // messages: appointments.kind.*
    kind: t(`kind.${booking.kind}`),
    place: booking.kind === 'PERSONAL' ? booking.place : '',
    phone: office.phone,
    address: `${url.host}${url.pathname}`,
  };
  const data = {
    ...{ title: t('slip.title'), overline: office.officeName, subject: t('slip.subject') },
    ...{ author: office.officeName, lang: locale === 'en' ? 'en' : 'de', mark: '' },
    foot: t('slip.foot', { page: '{page}', pages: '{pages}' }),
    blocks: slipBlocks(slip, t as unknown as Say),
  };
  return pdfAnswer(
    'terminzettel',
    typeset({ template: 'record', data, at: now() }, { isOffice: false, signal: request.signal }),
  );
}
