import { getTranslations } from 'next-intl/server';
import { currentVisitor } from '@/lib/accounts/actor';
import { readEnv } from '@/lib/core/env.mjs';
import { orNothing } from '@/lib/core/errors';
import { neighboursLocale, numberInPath } from '@/lib/core/paths';
import { sheetAnswer } from '@/lib/print/answer';
import { drawQr } from '@/lib/print/qr';
import { getOffice } from '@/lib/settings/queries';
import { postalAddress } from '@/lib/settings/rules';
import { votingPaths } from '@/lib/voting/paths';
import type { Say } from '@/lib/voting/tell/records/details';
import type { PollView } from '@/lib/voting/types';
import { getPollToPrint } from '@/lib/voting/vote/papers/queries';
import { isPrintout, type Printout } from '@/lib/voting/vote/papers/rules';
import {
  ballotPaper,
  envelopeStrips,
  type PaperWords,
  pollNotice,
} from '@/lib/voting/vote/papers/text';
import { withdrawnOptions } from '@/lib/voting/vote/queries';

export const dynamic = 'force-dynamic';

type Context = { params: Promise<{ number: string; what: string }> };

/** What the office prints for a poll, as a PDF. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { number: segment, what } = await params;
  const visitor = await currentVisitor();
  const number = numberInPath(segment);
  if (!isPrintout(what)) return new Response(null, { status: 404 });
  const poll = await orNothing(() => getPollToPrint(visitor, number));
  if (!poll) return new Response(null, { status: 404 });
  // Papers are read by neighbours: German, or the easy one.
  const locale = neighboursLocale(request);
  const sayAny = (await getTranslations({ locale })) as Say;
  const [template, data] = await sheet({ poll, what, words: { sayAny, locale } });
  return sheetAnswer(
    `abstimmung-${number}-${what}`,
    { template, data },
    { isOffice: true, signal: request.signal },
  );
}

type Wanted = { poll: PollView; what: Printout; words: PaperWords };

async function sheet({ poll, what, words }: Wanted): Promise<[string, object]> {
  const office = await getOffice({ locale: words.locale });
  const author = office.officeName;
  if (what === 'umschlag') return ['strips', { author, ...envelopeStrips(poll, words) }];
  if (what !== 'aushang') {
    const withdrawn = await withdrawnOptions(poll.id);
    return ['ballot', { author, ...ballotPaper(poll, withdrawn, what, words) }];
  }
  const address = new URL(votingPaths.poll(poll.number), readEnv().APP_URL);
  const place = {
    office: { name: author, address: postalAddress(office), phone: office.phone },
    address: `${address.host}${address.pathname}`,
  };
  return ['poster', { author, qr: drawQr(address.toString()), ...pollNotice(poll, place, words) }];
}
