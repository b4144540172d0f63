import { getTranslations } from 'next-intl/server';
import { currentVisitor } from '@/lib/accounts/actor';
import { getFormat } from '@/lib/activation/formats/queries';
import { conceptSheet } from '@/lib/activation/formats/text';
import { activationPaths } from '@/lib/activation/paths';
import { orNothing } from '@/lib/core/errors';
import { wishedLocale } from '@/lib/core/paths';
import { ledTo, printedToday, sheetAnswer } from '@/lib/print/answer';
import { getOffice } from '@/lib/settings/queries';

export const dynamic = 'force-dynamic';

type Context = { params: Promise<{ id: string }> };
type Say = Parameters<typeof conceptSheet>[2];

/** A format on paper, and on a sheet of its own what has to be taken along. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const found = await find((await params).id);
  if (!found) return new Response(null, { status: 404 });
  const locale = wishedLocale(request);
  const say = (await getTranslations({ locale })) as unknown as Say;
  const { officeName } = await getOffice({ locale });
  const sheet = conceptSheet(found, officeName, say, locale);
  const data = {
    ...{ ...sheet, subject: sheet.title, author: officeName },
    lang: locale === 'en' ? 'en' : 'de',
    ...ledTo(activationPaths.tried()),
    printed: printedToday(say, locale),
  };
  return sheetAnswer(
    'konzept',
    { template: 'form', data },
    { isOffice: true, signal: request.signal },
  );
}

async function find(id: string) {
  const visitor = await currentVisitor();
  return orNothing(() => getFormat(visitor, id));
}
