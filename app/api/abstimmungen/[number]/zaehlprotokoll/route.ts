import { getTranslations } from 'next-intl/server';
import { currentVisitor } from '@/lib/accounts/actor';
import { mayCoordinate } from '@/lib/accounts/policy';
import type { Actor, Visitor } from '@/lib/accounts/types';
import { orNothing } from '@/lib/core/errors';
import { numberInPath } from '@/lib/core/paths';
import { pdfAnswer } from '@/lib/print/answer';
import { writePdf } from '@/lib/print/pdf';
import type { Say } from '@/lib/voting/tell/records/details';
import { getCountRecord, getCountRecordInOffice } from '@/lib/voting/tell/records/queries';
import { recordDocument } from '@/lib/voting/tell/records/text';
import type { CountRecord } from '@/lib/voting/tell/records/types';

export const dynamic = 'force-dynamic';

type Context = { params: Promise<{ number: string }> };

/** The record of a count as a PDF; of tests and before the publishing for the office only. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const number = numberInPath((await params).number);
  const visitor = await currentVisitor();
  const record = await read(visitor, number);
  if (!record) return new Response(null, { status: 404 });
  const t = await getTranslations({ locale: 'de' });
  const by = { isOffice: isOffice(visitor), signal: request.signal };
  const bytes = writePdf(recordDocument(record, 'de', t as Say), by);
  return pdfAnswer(`zaehlprotokoll-${number}`, bytes);
}

const isOffice = (visitor: Visitor): visitor is Actor => mayCoordinate(visitor);

async function read(visitor: Visitor, number: number): Promise<CountRecord | null> {
  return orNothing(() =>
    isOffice(visitor)
      ? getCountRecordInOffice(visitor, number)
      : getCountRecord({ locale: 'de' }, number),
  );
}
