import { getTranslations } from 'next-intl/server';
import { currentVisitor } from '@/lib/accounts/actor';
import { orNothing } from '@/lib/core/errors';
import { neighboursLocale } from '@/lib/core/paths';
import { getCounsellingPaper } from '@/lib/counselling/papers/queries';
import { counsellingPaper } from '@/lib/counselling/papers/text';
import { ledTo, printedToday, sheetAnswer } from '@/lib/print/answer';
import { getOffice } from '@/lib/settings/queries';
import { postalAddress } from '@/lib/settings/rules';

export const dynamic = 'force-dynamic';

type Context = { params: Promise<{ what: string }> };
type Say = Parameters<typeof counsellingPaper>[3];

/** What whoever counsels has signed on paper, blank: nothing of anybody stands on it. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const visitor = await currentVisitor();
  const { what: asked } = await params;
  // Neighbours read it: German, or the easy one.
  const locale = neighboursLocale(request);
  const found = await orNothing(() => getCounsellingPaper(visitor, asked, locale));
  if (found === null) return new Response(null, { status: 404 });
  const office = await getOffice({ locale });
  const say = (await getTranslations({
    ...{ locale, namespace: 'counselling.papers' },
  })) as unknown as Say;
  const data = {
    ...counsellingPaper(found.what, found.text, office.officeName, say),
    office: { name: office.officeName, address: postalAddress(office), phone: office.phone },
    ...ledTo('/'),
    printed: printedToday(await getTranslations({ locale }), locale),
  };
  return sheetAnswer(
    found.what,
    { template: 'consent', data },
    { isOffice: true, signal: request.signal },
  );
}
