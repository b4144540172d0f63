import { getTranslations } from 'next-intl/server';
import { currentVisitor } from '@/lib/accounts/actor';
import { orNothing } from '@/lib/core/errors';
import { wishedLocale } from '@/lib/core/paths';
import { meetingsPaths } from '@/lib/meetings/paths';
import { getTrainingYear } from '@/lib/meetings/queries';
import { readYear } from '@/lib/meetings/rules';
import { yearBlocks } from '@/lib/meetings/text';
import { ledTo, printedToday, sheetAnswer } from '@/lib/print/answer';
import { getOffice } from '@/lib/settings/queries';

export const dynamic = 'force-dynamic';

type Say = Parameters<typeof yearBlocks>[1];

/** The same as the page of the overview, on paper for whoever pays. It names who of the office went, so nobody keeps it. */
export async function GET(request: Request): Promise<Response> {
  const visitor = await currentVisitor();
  const asked = new URL(request.url).searchParams;
  const wanted = readYear(asked.get('year') ?? '');
  const training = await orNothing(() => getTrainingYear(visitor, wanted));
  if (training === null) return new Response(null, { status: 404 });
  const locale = wishedLocale(request);
  const t = await getTranslations({ locale, namespace: 'meetings' });
  const { officeName } = await getOffice({ locale });
  const title = t('overview.title', { year: training.year });
  const data = {
    ...{ title, subject: title, overline: officeName, author: officeName, mark: '' },
    lang: locale === 'en' ? 'en' : 'de',
    ...ledTo(meetingsPaths.whatWeBring()),
    printed: printedToday(await getTranslations({ locale }), locale),
    foot: t('overview.foot', { page: '{page}', pages: '{pages}' }),
    blocks: yearBlocks(training, t as unknown as Say, locale),
  };
  return sheetAnswer(
    `fortbildung-${training.year}`,
    { template: 'record', data },
    { isOffice: true, signal: request.signal },
  );
}
