import 'server-only';
import { isStaff, mayCoordinate } from '@/lib/accounts/policy';
import type { Visitor } from '@/lib/accounts/types';
import { recordAudit } from '@/lib/audit/commands';
import { now } from '@/lib/core/clock';
import { inTransaction, type Tx } from '@/lib/core/db';
import { AppError } from '@/lib/core/errors';
import type { FormContext } from '@/lib/core/form-action';
import { ok, type Result, refused } from '@/lib/core/result';
import { localized, routes } from '@/lib/core/routes';
import { Secret } from '@/lib/core/secret';
import { groupCode, hashSecret } from '@/lib/core/tokens';
import { enqueueMail } from '@/lib/mail/commands';
import { takeReceiptMail } from '@/lib/mail/unproven';
import { getOffice } from '@/lib/settings/queries';
import type { Office } from '@/lib/settings/types';
import { receivedMail } from '../emails/received';
import { promisedDay } from '../steps/commands';
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

/** Somebody asks for support; nobody needs an account. */
export async function requestSupport(
  visitor: Visitor,
  input: RequestSupportInput,
  context: FormContext,
): Promise<Result<{ number: number }>> {
  const office = await getOffice(context);
  if (!isKnownDistrict(office, input.districtId)) {
    return refused('initiatives.error.district', {}, 'districtId');
  }
  // Staff who try the public form do not become a neighbour who asks.
  const userId = visitor.kind === 'person' && !isStaff(visitor) ? visitor.id : null;
  return await receive(visitor, office, input, context, {
    channel: 'ONLINE',
    by: 'asker',
    body: input.body,
    userId,
    officeNote: '',
  });
}

/** What somebody asked for on the phone or at the counter, typed in by the office. */
export async function enterRequest(
  visitor: Visitor,
  input: EnterRequestInput,
  context: FormContext,
): Promise<Result<{ number: number }>> {
  if (visitor.kind === 'guest') throw new AppError('SIGN_IN_REQUIRED');
  if (!mayCoordinate(visitor)) throw new AppError('NOT_FOUND');
  const office = await getOffice(context);
  if (!isKnownDistrict(office, input.districtId)) {
    return refused('initiatives.error.district', {}, 'districtId');
  }
  return await receive(visitor, office, input, context, {
    channel: input.channel,
    by: 'office',
    body: input.body || input.title,
    userId: null,
    officeNote: input.officeNote,
  });
}

function isKnownDistrict(office: Office, districtId: string): boolean {
  return office.districts.some(({ id }) => id === districtId);
}

async function receive(
  visitor: Visitor,
  office: Office,
  input: RequestSupportInput | EnterRequestInput,
  context: FormContext,
  intake: Intake,
): Promise<Result<{ number: number }>> {
  const at = now();
  const promisedFor = promisedDay(visitor, office);
  const code = context.codeFor(REQUEST_CODE.purpose, REQUEST_CODE.characters);
  const hasReceipt = await takeReceiptMail(visitor, input.contact);
  return inTransaction(async (tx) => {
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
    await recordAudit(visitor, tx, 'supportRequest.received', request.id);
    if (hasReceipt) {
      const sent = { number: request.number, to: contact.value, code, promisedFor };
      await sendReceipt(visitor, tx, office, context.locale, sent);
    }
    return ok({ number: request.number });
  });
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
  visitor: Visitor,
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
    receiptPath: localized(locale, routes.supportReceipt(code)),
  });
  await enqueueMail(visitor, tx, sent.to, mail);
}
