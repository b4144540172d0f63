import { getTranslations } from 'next-intl/server';
import { currentVisitor } from '@/lib/accounts/actor';
import { getCardBatch } from '@/lib/accounts/cards/queries';
import { cardSheets } from '@/lib/accounts/cards/text';
import type { CardBatchSheet } from '@/lib/accounts/cards/types';
import { accountsPaths } from '@/lib/accounts/paths';
import { readEnv } from '@/lib/core/env.mjs';
import { orNothing } from '@/lib/core/errors';
import { sheetAnswer } from '@/lib/print/answer';
import { drawQr } from '@/lib/print/qr';
import { getOffice } from '@/lib/settings/queries';

export const dynamic = 'force-dynamic';

type Context = { params: Promise<{ batch: string }> };
type Say = Parameters<typeof cardSheets>[2];

/** The cards of a batch while they can be printed, as a PDF that nobody keeps: each opens an account. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const batch = await find((await params).batch);
  if (!batch || batch.cards.length === 0) return new Response(null, { status: 404 });
  // Cards are handed out to neighbours: they speak the office's language, not the clerk's.
  const say = (await getTranslations({ locale: 'de' })) as Say;
  const office = await getOffice({ locale: 'de' });
  const url = new URL(accountsPaths.signInCard(), readEnv().APP_URL);
  const place = {
    office: office.officeName,
    phone: office.phone,
    address: `${url.host}${url.pathname}`,
  };
  const data = {
    author: office.officeName,
    qr: drawQr(url.toString()),
    ...cardSheets(batch, place, say),
  };
  return sheetAnswer(
    `karten-${batch.number}`,
    { template: 'cards', data },
    { isOffice: true, signal: request.signal },
  );
}

async function find(id: string): Promise<CardBatchSheet | null> {
  const visitor = await currentVisitor();
  return orNothing(() => getCardBatch(visitor, id));
}
