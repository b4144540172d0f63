import { getTranslations } from 'next-intl/server';
import { currentVisitor } from '@/lib/accounts/actor';
import { orNothing } from '@/lib/core/errors';
import { neighboursLocale } from '@/lib/core/paths';
import { getBlankPaper } from '@/lib/outreach/papers/queries';
import { BLANK_TEMPLATES } from '@/lib/outreach/papers/rules';
import { blankOf } from '@/lib/outreach/papers/text';
import type { Say } from '@/lib/outreach/statistics/text';
import { ledTo, printedToday, sheetAnswer } from '@/lib/print/answer';
import { proposalsPaths } from '@/lib/proposals/paths';
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
  const data = {
    ...blankOf(what, office.officeName, say),
    office: { name: office.officeName, address: postalAddress(office), phone: office.phone },
    // What became of an idea is seen by its number.
    ...ledTo(what === 'idee' ? proposalsPaths.numberLookup() : '/'),
    printed: printedToday(await getTranslations({ locale }), locale),
  };
  return sheetAnswer(
    what,
    { template: BLANK_TEMPLATES[what], data },
    { isOffice: true, signal: request.signal },
  );
}
