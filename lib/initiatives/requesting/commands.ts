import 'server-only';
import { command, type Given } from '@/lib/accounts/command';
import { isStaff } from '@/lib/accounts/policy';
import type { Visitor } from '@/lib/accounts/types';
import type { Tx } from '@/lib/core/db';
import type { FormContext } from '@/lib/core/form-action';
import { localized } from '@/lib/core/paths';
import { ok, type Result, refused } from '@/lib/core/result';
import { Secret } from '@/lib/core/secret';
import { groupCode, hashSecret } from '@/lib/core/tokens';
import { enqueueMail } from '@/lib/mail/steps';
import { takeReceiptMail } from '@/lib/mail/unproven';
import { getOffice } from '@/lib/settings/queries';
import type { Office } from '@/lib/settings/types';
import { INITIATIVE_RIGHTS } from '../access';
import { receivedMail } from '../emails/received';
import { initiativesPaths } from '../paths';
import { promisedDay } from '../steps';
import type { StepTaker, SupportChannel } from '../types';
import { REQUEST_CODE } from './rules';
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
    const visitor = given.actor;
    if (!given.ready.isKnown) {
      return refused('initiatives.error.district', {}, 'districtId');
    }
    // Staff who try the public form do not become a neighbour who asks.
    const userId = visitor.kind === 'person' && !isStaff(visitor) ? visitor.id : null;
    return await receive(given, input, context, {
      channel: 'ONLINE',
      by: 'asker',
      body: input.body,
      userId,
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
  { tx, at, note, ready }: Given<Visitor, 'supportRequest.received'> & { ready: Ready },
  input: Input,
  context: FormContext,
  intake: Intake,
): Promise<Result<{ number: number }>> {
  const { office, hasReceipt } = ready;
  const promisedFor = promisedDay(office, at);
  const code = context.codeFor(REQUEST_CODE.purpose, REQUEST_CODE.characters);
  const { title, wantedFor, districtId, groupName, name, kinds, amount, contact } = input;
  const { channel, by, body, userId, officeNote } = intake;
  const request = await tx.supportRequest.create({
    data: {
      ...{ title, body, wantedFor, districtId, groupName, name, kinds, channel, userId },
      amountEur: amount,
      initiativeId: await initiativeNamed(tx, groupName),
      codeHash: hashSecret(REQUEST_CODE.purpose, code),
      contactKind: contact.kind,
      contactValue: contact.value,
      locale: context.locale,
      state: 'RECEIVED',
      stateSince: at,
      requestedAt: at,
      promisedFor,
      steps: { create: { to: 'RECEIVED', at, by, note: officeNote, audience: 'INTERNAL' } },
    },
    select: { id: true, number: true },
  });
  await note('supportRequest.received', request.id);
  if (hasReceipt) {
    const sent = { number: request.number, to: contact.value, code, promisedFor };
    await sendReceipt(tx, office, context.locale, sent);
  }
  return ok({ number: request.number });
}

/** A known group is recognised by its name; nothing is shown publicly because of it. */
async function initiativeNamed(tx: Tx, name: string): Promise<string | null> {
  if (name === '') return null;
  const found = await tx.initiative.findFirst({
    where: { name: { equals: name, mode: 'insensitive' } },
    select: { id: true },
  });
  return found?.id ?? null;
}

async function sendReceipt(
  tx: Tx,
  office: Office,
  locale: string,
  sent: { number: number; to: string; code: string; promisedFor: Date },
): Promise<void> {
  const { number, promisedFor } = sent;
  const code = groupCode(sent.code);
  const mail = await receivedMail(locale, {
    ...{ number, promisedFor, phone: office.phone },
    code: new Secret(code),
    receiptPath: localized(locale, initiativesPaths.supportReceipt(code)),
  });
  await enqueueMail(tx, sent.to, mail);
}
