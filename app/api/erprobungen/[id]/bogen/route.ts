import { getTranslations } from 'next-intl/server';
import { currentVisitor } from '@/lib/accounts/actor';
import { getFormat, getTrial } from '@/lib/activation/formats/queries';
import { evaluationSheet } from '@/lib/activation/formats/text';
import { activationPaths } from '@/lib/activation/paths';
import { orNothing } from '@/lib/core/errors';
import { wishedLocale } from '@/lib/core/paths';
import { ledTo, printedToday, sheetAnswer } from '@/lib/print/answer';
import { getOffice } from '@/lib/settings/queries';

export const dynamic = 'force-dynamic';

type Context = { params: Promise<{ id: string }> };
type Say = Parameters<typeof evaluationSheet>[2];

/** The sheet of a trial: what is known of it, and room to write down the rest. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const found = await find((await params).id);
  if (!found) return new Response(null, { status: 404 });
  const locale = wishedLocale(request);
  const say = (await getTranslations({ locale })) as unknown as Say;
  const { officeName, everyDistrict } = await getOffice({ locale });
  const { trial } = found;
  const district = everyDistrict.find(({ id }) => id === trial.districtId)?.name ?? '';
  const sheet = evaluationSheet({ ...found, district }, officeName, say, locale);
  const data = {
    ...{ ...sheet, subject: sheet.title, author: officeName },
    lang: locale === 'en' ? 'en' : 'de',
    ...ledTo(activationPaths.tried()),
    printed: printedToday(say, locale),
  };
  return sheetAnswer(
    'auswertung',
    { template: 'form', data },
    { isOffice: true, signal: request.signal },
  );
}

async function find(id: string) {
  const visitor = await currentVisitor();
  return orNothing(async () => {
    const { trial } = await getTrial(visitor, id);
    return { trial, format: await getFormat(visitor, trial.formatId) };
  });
}
