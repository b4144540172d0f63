import { getTranslations } from 'next-intl/server';
import { currentVisitor } from '@/lib/accounts/actor';
import { activationPaths } from '@/lib/activation/paths';
import { getSurvey } from '@/lib/activation/surveys/queries';
import { surveySheet } from '@/lib/activation/surveys/text';
import type { SurveyView } from '@/lib/activation/surveys/types';
import { dayColumn } from '@/lib/core/day.mjs';
import { readEnv } from '@/lib/core/env.mjs';
import { orNothing } from '@/lib/core/errors';
import { longDay } from '@/lib/i18n/dates';
import { sheetAnswer } from '@/lib/print/answer';
import { drawQr } from '@/lib/print/qr';
import { getOffice } from '@/lib/settings/queries';
import { postalAddress } from '@/lib/settings/rules';

export const dynamic = 'force-dynamic';

type Context = { params: Promise<{ id: string }> };

/** Neighbours read it on paper. */
const LOCALE = 'de';

/** The sheet of a survey with lines to write on and, apart from it, the one for who wants to be invited. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const survey = await find((await params).id);
  if (!survey || survey.phase === 'draft') return new Response(null, { status: 404 });
  const data = await sheetOf(survey);
  return sheetAnswer(
    'befragung',
    { template: 'survey', data },
    { isOffice: true, signal: request.signal },
  );
}

async function sheetOf(survey: SurveyView) {
  const say = (await getTranslations({ locale: LOCALE })) as Parameters<typeof surveySheet>[2];
  const office = await getOffice({ locale: LOCALE });
  // A number is read in one piece.
  const phone = office.phone.replaceAll(' ', '\u00a0');
  const address = new URL(activationPaths.survey(survey.code), readEnv().APP_URL);
  const at = {
    office: office.officeName,
    place: [office.officeName, postalAddress(office), phone].filter(Boolean).join(', '),
    date: longDay(dayColumn(survey.endsOn), LOCALE),
    address: `${address.host}${address.pathname}`,
  };
  return { ...surveySheet(survey, at, say), qr: drawQr(address.href) };
}

async function find(id: string): Promise<SurveyView | null> {
  const visitor = await currentVisitor();
  return orNothing(() => getSurvey(visitor, id));
}
