import { getTranslations } from 'next-intl/server';
import { currentVisitor } from '@/lib/accounts/actor';
import { now } from '@/lib/core/clock';
import { readEnv } from '@/lib/core/env.mjs';
import { orNothing } from '@/lib/core/errors';
import { listLettersToPrint } from '@/lib/mail/calls/queries';
import { LETTER_LOCALE, letterSheets } from '@/lib/mail/calls/text';
import type { CallItem } from '@/lib/mail/calls/types';
import { ALL_LETTERS, WHOLE_LETTER } from '@/lib/mail/paths';
import { sheetAnswer } from '@/lib/print/answer';
import { drawQr } from '@/lib/print/qr';
import { proposalsPaths } from '@/lib/proposals/paths';
import { getOffice } from '@/lib/settings/queries';
import { postalAddress } from '@/lib/settings/rules';

export const dynamic = 'force-dynamic';

type Context = { params: Promise<{ which: string }> };
type Say = Parameters<typeof letterSheets>[1]['say'];

/** One letter, or those on one page of all that are owed, as a PDF for window envelopes: one sheet each, or the whole of a long text. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const letters = await find((await params).which, new URL(request.url).searchParams.get('page'));
  if (letters.length === 0) return new Response(null, { status: 404 });
  const say = (await getTranslations({ locale: LETTER_LOCALE })) as Say;
  const office = await getOffice({ locale: LETTER_LOCALE });
  const place = {
    name: office.officeName,
    address: postalAddress(office),
    phone: office.phone,
    town: office.townName,
  };
  const lookUp = new URL(proposalsPaths.numberLookup(), readEnv().APP_URL).href;
  const data = {
    author: office.officeName,
    qr: drawQr(lookUp),
    'look-up-at': lookUp,
    ...letterSheets(letters, { place, say, at: now(), whole: isWhole(request) }),
  };
  return sheetAnswer(
    'briefe',
    { template: 'letter', data },
    { isOffice: true, signal: request.signal },
  );
}

const isWhole = (request: Request) => new URL(request.url).searchParams.has(WHOLE_LETTER);

async function find(which: string, page: string | null): Promise<CallItem[]> {
  const visitor = await currentVisitor();
  const wanted = which === ALL_LETTERS ? null : which;
  return (await orNothing(() => listLettersToPrint(visitor, wanted, page))) ?? [];
}
