import { getTranslations } from 'next-intl/server';
import { currentVisitor } from '@/lib/accounts/actor';
import { readEnv } from '@/lib/core/env.mjs';
import { orNothing } from '@/lib/core/errors';
import { neighboursLocale } from '@/lib/core/paths';
import { getBlankPaper } from '@/lib/outreach/papers/queries';
import { blankOf } from '@/lib/outreach/papers/text';
import type { Say } from '@/lib/outreach/statistics/text';
import { printedToday, sheetAnswer } from '@/lib/print/answer';
import { drawAddress } from '@/lib/print/qr';
import { getOffice } from '@/lib/settings/queries';
import { postalAddress } from '@/lib/settings/rules';

export const dynamic = 'force-dynamic';

interface Context {
  params: Promise<{ what: string }>;
}

/** What the office prints blank and takes along; neighbours read it: German, or the easy one. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const visitor = await currentVisitor();
  const { what: asked } = await params;
  const what = await orNothing(() => getBlankPaper(visitor, asked));
  if (what === null) return new Response(null, { status: 404 });
  const locale = neighboursLocale(request);
  const office = await getOffice({ locale });
  const say = (await getTranslations({ locale, namespace: 'outreach-rounds' })) as unknown as Say;
  const address = new URL('/', readEnv().APP_URL);
  const data = {
    ...blankOf(what, office.officeName, say),
    office: { name: office.officeName, address: postalAddress(office), phone: office.phone },
    ...{ address: address.host, qr: drawAddress(address.href) },
    printed: printedToday(await getTranslations({ locale }), locale),
  };
  return sheetAnswer(
    what,
    { template: what === 'karte' ? 'door' : 'form', data },
    { isOffice: true, signal: request.signal },
  );
}
