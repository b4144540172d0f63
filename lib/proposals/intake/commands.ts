import 'server-only';
import { command, type Given } from '@/lib/accounts/command';
import { ownerOf } from '@/lib/accounts/policy';
import type { Visitor } from '@/lib/accounts/types';
import { openCase, promisedDay } from '@/lib/cases/steps';
import { localized } from '@/lib/core/paths';
import { ok, type Refused, type Result, refused } from '@/lib/core/result';
import { Secret } from '@/lib/core/secret';
import { groupCode } from '@/lib/core/tokens';
import { takeReceiptMail } from '@/lib/mail/unproven';
import { getOffice } from '@/lib/settings/queries';
import type { Office } from '@/lib/settings/types';
import { PROPOSAL_RIGHTS } from '../access';
import { receivedMail } from '../emails/received';
import { proposalsPaths } from '../paths';
import { PROPOSAL_KEYS } from '../rules';
import { PROPOSALS } from '../steps';
import type { IntakeChannel, StepTaker } from '../types';
import type { IdeaCardInput, SubmitProposalInput } from './schema';

interface Context {
  locale: string;
  codeFor(purpose: string, characters: number): string;
}

interface Intake {
  channel: IntakeChannel;
  by: StepTaker;
  categoryId: string | null;
  body: string;
  authorId: string | null;
  /** What the office notes for itself. */
  officeNote: string;
}

type Input = SubmitProposalInput | IdeaCardInput;

/** What both need: the office, what of the answers it does not know, and whether a receipt is mailed. */
async function prepare(who: Visitor, input: Input, context: Context) {
  const office = await getOffice(context);
  const categoryId = 'categoryId' in input ? input.categoryId : '';
  const wrong = findUnknown(office, input.districtId, categoryId);
  const { contactKind: kind, contact: value } = input;
  // What is refused takes nothing from the allowance of mails.
  return {
    office,
    wrong,
    hasReceipt: wrong === null && (await takeReceiptMail(who, { kind, value })),
  };
}

type Ready = Awaited<ReturnType<typeof prepare>>;

/** A resident's own proposal; anybody may, signed in or not. */
export const submitProposal = command(
  { right: PROPOSAL_RIGHTS.submit, audit: ['proposal.submitted'], tags: [], prepare },
  async (given, input: SubmitProposalInput, context: Context) => {
    if (given.ready.wrong) return given.ready.wrong;
    return receive(given, input, context, {
      channel: 'ONLINE',
      by: 'author',
      categoryId: input.categoryId || null,
      body: input.body,
      authorId: ownerOf(given.actor),
      officeNote: '',
    });
  },
);

/** What somebody wrote on a card or said, typed in by the office for them. */
export const enterIdeaCard = command(
  { right: PROPOSAL_RIGHTS.enterCard, audit: ['proposal.submitted'], tags: [], prepare },
  async (given, input: IdeaCardInput, context: Context) => {
    if (given.ready.wrong) return given.ready.wrong;
    return receive(given, input, context, {
      channel: input.channel,
      by: 'office',
      categoryId: null,
      // A card often holds one line; then the title is the whole text.
      body: input.body || input.title,
      authorId: null,
      officeNote: input.officeNote,
    });
  },
);

function findUnknown(office: Office, districtId: string, categoryId: string): Refused | null {
  if (!office.districts.some(({ id }) => id === districtId)) {
    return refused('proposals.error.district', {}, 'districtId');
  }
  const isKnown = categoryId === '' || office.categories.some(({ id }) => id === categoryId);
  return isKnown ? null : refused('form.error.choose', {}, 'categoryId');
}

async function receive(
  given: Given<Visitor, 'proposal.submitted'> & { ready: Ready },
  input: Input,
  context: Context,
  intake: Intake,
): Promise<Result<{ number: number }>> {
  const { office, hasReceipt } = given.ready;
  const { purpose, characters } = PROPOSAL_KEYS.code;
  const code = context.codeFor(purpose, characters);
  const promisedFor = promisedDay(PROPOSALS, office, given.at);
  const { title, districtId, place, nameChoice, name, contactKind, contact } = input;
  const { id, number } = await openCase(
    given,
    PROPOSALS,
    {
      ...{ state: 'SUBMITTED', promisedFor, by: intake.by, note: intake.officeNote, code },
      person: { contactKind, contactValue: contact, locale: context.locale },
      receipt: hasReceipt
        ? (number) => receiptOf(context.locale, code, { number, promisedFor, phone: office.phone })
        : null,
    },
    (first) =>
      given.tx.proposal.create({
        data: {
          ...first,
          ...{ title, districtId, place, nameChoice, name },
          ...{ body: intake.body, categoryId: intake.categoryId, authorId: intake.authorId },
          intakeChannel: intake.channel,
          onBehalf: intake.by === 'office',
          submittedAt: given.at,
        },
        select: { id: true, number: true },
      }),
  );
  await given.note('proposal.submitted', id);
  return ok({ number });
}

function receiptOf(
  locale: string,
  shown: string,
  made: { number: number; promisedFor: Date; phone: string },
) {
  const code = groupCode(shown);
  const receiptPath = localized(locale, proposalsPaths.proposalReceipt(code));
  return receivedMail(locale, { ...made, code: new Secret(code), receiptPath });
}
