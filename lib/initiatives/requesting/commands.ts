import 'server-only';
import { command, type Given } from '@/lib/accounts/command';
import { ownerOf } from '@/lib/accounts/policy';
import type { Visitor } from '@/lib/accounts/types';
import { openCase, promisedDay } from '@/lib/cases/steps';
import type { FormContext } from '@/lib/core/form-action';
import { localized } from '@/lib/core/paths';
import { ok, type Result, refused } from '@/lib/core/result';
import { Secret } from '@/lib/core/secret';
import { groupCode } from '@/lib/core/tokens';
import { takeReceiptMail } from '@/lib/mail/unproven';
import { getOffice } from '@/lib/settings/queries';
import type { Office } from '@/lib/settings/types';
import { INITIATIVE_RIGHTS } from '../access';
import { receivedMail } from '../emails/received';
import { initiativesPaths } from '../paths';
import { REQUEST_KEYS } from '../rules';
import { initiativeNamed, REQUESTS } from '../steps';
import type { StepTaker, SupportChannel } from '../types';
import type { EnterRequestInput, RequestSupportInput } from './schema';

interface Intake {
  channel: SupportChannel;
  by: StepTaker;
  body: string;
  userId: string | null;
  /** What the office notes for itself. */
  officeNote: string;
}

type Input = RequestSupportInput | EnterRequestInput;
type Ready = Awaited<ReturnType<typeof prepare>>;

/** What both need: the office, whether it knows the district, and whether a receipt is mailed. */
async function prepare(who: Visitor, input: Input, context: FormContext) {
  const office = await getOffice(context);
  const isKnown = isKnownDistrict(office, input.districtId);
  // What is refused takes nothing from the allowance of mails.
  return { office, isKnown, hasReceipt: isKnown && (await takeReceiptMail(who, input.contact)) };
}

/** Somebody asks for support; nobody needs an account. */
export const requestSupport = command(
  { right: INITIATIVE_RIGHTS.ask, audit: ['supportRequest.received'], tags: [], prepare },
  async (given, input: RequestSupportInput, context: FormContext) => {
    if (!given.ready.isKnown) {
      return refused('initiatives.error.district', {}, 'districtId');
    }
    return await receive(given, input, context, {
      channel: 'ONLINE',
      by: 'asker',
      body: input.body,
      userId: ownerOf(given.actor),
      officeNote: '',
    });
  },
);

/** What somebody asked for on the phone or at the counter, typed in by the office. */
export const enterRequest = command(
  { right: INITIATIVE_RIGHTS.handle, audit: ['supportRequest.received'], tags: [], prepare },
  async (given, input: EnterRequestInput, context: FormContext) => {
    if (!given.ready.isKnown) {
      return refused('initiatives.error.district', {}, 'districtId');
    }
    return await receive(given, input, context, {
      channel: input.channel,
      by: 'office',
      body: input.body || input.title,
      userId: null,
      officeNote: input.officeNote,
    });
  },
);

function isKnownDistrict(office: Office, districtId: string): boolean {
  return office.districts.some(({ id }) => id === districtId);
}

async function receive(
  given: Given<Visitor, 'supportRequest.received'> & { ready: Ready },
  input: Input,
  context: FormContext,
  intake: Intake,
): Promise<Result<{ number: number }>> {
  const { office, hasReceipt } = given.ready;
  const { purpose, characters } = REQUEST_KEYS.code;
  const code = context.codeFor(purpose, characters);
  const promisedFor = promisedDay(REQUESTS, office, given.at);
  const { title, wantedFor, districtId, groupName, name, kinds, amount, contact } = input;
  const { channel, by, body, userId, officeNote } = intake;
  const initiativeId = await initiativeNamed(given.tx, groupName);
  const { locale } = context;
  const { id, number } = await openCase(
    given,
    REQUESTS,
    {
      ...{ state: 'RECEIVED', promisedFor, by, note: officeNote, code },
      person: { contactKind: contact.kind, contactValue: contact.value, locale },
      receipt: hasReceipt
        ? (made) => receiptOf(locale, code, { number: made, promisedFor, phone: office.phone })
        : null,
    },
    (first) =>
      given.tx.supportRequest.create({
        data: {
          ...first,
          ...{ title, body, wantedFor, districtId, groupName, name, kinds, channel, userId },
          ...{ amountEur: amount, initiativeId, requestedAt: given.at },
        },
        select: { id: true, number: true },
      }),
  );
  await given.note('supportRequest.received', id);
  return ok({ number });
}

function receiptOf(
  locale: string,
  shown: string,
  made: { number: number; promisedFor: Date; phone: string },
) {
  const code = groupCode(shown);
  const receiptPath = localized(locale, initiativesPaths.supportReceipt(code));
  return receivedMail(locale, { ...made, code: new Secret(code), receiptPath });
}
