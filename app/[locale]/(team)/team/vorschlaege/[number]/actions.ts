'use server';

import { defineFormAction } from '@/lib/accounts/form-action';
import { localized, saying } from '@/lib/core/paths';
import { correctCard } from '@/lib/proposals/card/commands';
import { correctCardSchema } from '@/lib/proposals/card/schema';
import { proposalsPaths } from '@/lib/proposals/paths';
import { correctPerson, erasePerson } from '@/lib/proposals/person/commands';
import { correctPersonSchema, erasePersonSchema } from '@/lib/proposals/person/schema';
import { decideProposal } from '@/lib/proposals/review/commands';
import { endsReview } from '@/lib/proposals/review/rules';
import { decideSchema } from '@/lib/proposals/review/schema';
import {
  correctSignatureList,
  enterSignatureList,
  strikeSignatureList,
} from '@/lib/proposals/signatures/commands';
import {
  correctListSchema,
  enterListSchema,
  strikeListSchema,
} from '@/lib/proposals/signatures/schema';

export const decideProposalAction = defineFormAction({
  form: 'decide-proposal',
  schema: decideSchema,
  run: (visitor, decision) => decideProposal(visitor, decision),
  done: (decided, { step }, { locale }) =>
    localized(
      locale,
      proposalsPaths.teamProposalsSaved(endsReview(step) ? decided.next : decided.number, decided),
    ),
});

export const enterSignatureListAction = defineFormAction({
  form: 'enter-signature-list',
  schema: enterListSchema,
  run: (who, input) => enterSignatureList(who, input),
  done: ({ number }, _input, { locale }) =>
    localized(locale, saying(proposalsPaths.teamSignatures(number), 'team.said.entered')),
});

export const correctSignatureListAction = defineFormAction({
  form: 'correct-signature-list',
  schema: correctListSchema,
  run: (who, input) => correctSignatureList(who, input),
  done: ({ number }, _input, { locale }) =>
    localized(
      locale,
      saying(proposalsPaths.teamSignatures(number), 'proposals-signatures.said.corrected'),
    ),
});

export const strikeSignatureListAction = defineFormAction({
  form: 'strike-signature-list',
  schema: strikeListSchema,
  run: (who, input) => strikeSignatureList(who, input),
  done: ({ number }, _input, { locale }) =>
    localized(
      locale,
      saying(proposalsPaths.teamSignatures(number), 'proposals-signatures.said.struck'),
    ),
});

export const correctCardAction = defineFormAction({
  form: 'correct-card',
  schema: correctCardSchema,
  run: (who, input) => correctCard(who, input),
  done: ({ number }, _input, { locale }) =>
    localized(locale, saying(proposalsPaths.teamProposal(number), 'team.said.saved')),
});

export const correctPersonAction = defineFormAction({
  form: 'correct-proposal-person',
  schema: correctPersonSchema,
  run: (who, input) => correctPerson(who, input),
  done: ({ number }, _input, { locale }) =>
    localized(locale, proposalsPaths.teamProposalPersonSaved(number, 'corrected')),
});

export const erasePersonAction = defineFormAction({
  form: 'erase-proposal-person',
  schema: erasePersonSchema,
  run: (who, input) => erasePerson(who, input),
  done: ({ number }, _input, { locale }) =>
    localized(locale, proposalsPaths.teamProposalPersonSaved(number, 'erased')),
});
