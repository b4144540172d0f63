import { getTranslations } from 'next-intl/server';
import { currentVisitor } from '@/lib/accounts/actor';
import { mayCoordinate } from '@/lib/accounts/policy';
import { orNothing } from '@/lib/core/errors';
import { numberInPath, wishedLocale } from '@/lib/core/paths';
import { ledTo, printedToday, sheetAnswer } from '@/lib/print/answer';
import { getOffice } from '@/lib/settings/queries';
import { postalAddress } from '@/lib/settings/rules';
import { getCounting } from '@/lib/voting/count/sheets/queries';
import { countChecklist } from '@/lib/voting/count/sheets/text';
import { votingPaths } from '@/lib/voting/paths';

export const dynamic = 'force-dynamic';

type Context = { params: Promise<{ number: string }> };
type Say = Parameters<typeof countChecklist>[2];

/** The steps of counting on one sheet, to tick off and to sign, as a PDF. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const number = numberInPath((await params).number);
  const found = await find(number);
  if (!found) return new Response(null, { status: 404 });
  const locale = wishedLocale(request);
  const office = await getOffice({ locale });
  const { question, ways } = found.view;
  const isHands = ways.some(({ channel }) => channel === 'HANDS');
  const say = (await getTranslations({ locale })) as Say;
  const data = {
    author: office.officeName,
    office: [office.officeName, postalAddress(office), office.phone].join(' · '),
    lang: locale === 'en' ? 'en' : 'de',
    ...ledTo(votingPaths.poll(number)),
    printed: printedToday(await getTranslations({ locale }), locale),
    ...countChecklist({ number, question }, isHands, say),
  };
  const by = { isOffice: found.isOffice, signal: request.signal };
  return sheetAnswer(`pruefliste-${number}`, { template: 'steps', data }, by);
}

async function find(number: number) {
  const visitor = await currentVisitor();
  const view = await orNothing(() => getCounting(visitor, number));
  return view && { view, isOffice: mayCoordinate(visitor) };
}
