import { getTranslations } from 'next-intl/server';
import { currentVisitor } from '@/lib/accounts/actor';
import { findPhotoConsent } from '@/lib/activation/photos/queries';
import { photoConsent } from '@/lib/activation/photos/text';
import { orNothing } from '@/lib/core/errors';
import { neighboursLocale } from '@/lib/core/paths';
import { ledTo, printedToday, sheetAnswer } from '@/lib/print/answer';
import { getOffice } from '@/lib/settings/queries';
import { postalAddress } from '@/lib/settings/rules';

export const dynamic = 'force-dynamic';

type Say = Parameters<typeof photoConsent>[2];

/** What whoever is on a photo signs, blank; there is none where the carrier has written no words for it. */
export async function GET(request: Request): Promise<Response> {
  const visitor = await currentVisitor();
  // Neighbours read it: German, or the easy one.
  const locale = neighboursLocale(request);
  const text = await orNothing(() => findPhotoConsent(visitor, locale));
  if (text === null) return new Response(null, { status: 404 });
  const office = await getOffice({ locale });
  const say = (await getTranslations({
    ...{ locale, namespace: 'activation-photos.sheet' },
  })) as unknown as Say;
  const data = {
    ...photoConsent(text, office.officeName, say),
    office: { name: office.officeName, address: postalAddress(office), phone: office.phone },
    ...ledTo('/'),
    printed: printedToday(await getTranslations({ locale }), locale),
  };
  return sheetAnswer(
    'einwilligung',
    { template: 'consent', data },
    { isOffice: true, signal: request.signal },
  );
}
