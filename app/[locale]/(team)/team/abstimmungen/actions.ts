'use server';

import { defineFormAction } from '@/lib/accounts/form-action';
import { localized, saying } from '@/lib/core/paths';
import { votingPaths } from '@/lib/voting/paths';
import {
  approvePoll,
  giveToCheck,
  returnDraft,
  scheduleAlone,
} from '@/lib/voting/prepare/checking/commands';
import { approvalSchema, returnSchema } from '@/lib/voting/prepare/checking/schema';
import { discardPollDraft, savePollDraft } from '@/lib/voting/prepare/commands';
import { pollDraftSchema, pollNumberSchema } from '@/lib/voting/prepare/schema';
import {
  castTrialBallot,
  checkTrialBallot,
  discardTrial,
  endTrial,
  fillTrial,
  startTrial,
} from '@/lib/voting/prepare/trials/commands';
import { fillTrialSchema } from '@/lib/voting/prepare/trials/schema';
import {
  agreeToStop,
  askToStop,
  correctStop,
  dropStop,
  stopAlone,
} from '@/lib/voting/stop/commands';
import {
  cancelPollSchema,
  correctStopSchema,
  settleStopSchema,
  withdrawOptionSchema,
} from '@/lib/voting/stop/schema';
import {
  archivePoll,
  correctPollNote,
  publishNote,
  unarchivePoll,
} from '@/lib/voting/tell/commands';
import { correctPollNoteSchema, pollNoteSchema } from '@/lib/voting/tell/schema';
import { ballotSchema } from '@/lib/voting/vote/schema';
import { setForumRight } from '@/lib/voting/vote/voters/commands';
import { forumRightSchema } from '@/lib/voting/vote/voters/schema';

interface Context {
  locale: string;
}

const toPoll =
  (words: string) =>
  ({ number }: { number: number }, _input: unknown, { locale }: Context) =>
    localized(locale, saying(votingPaths.teamPoll(number), words));

const STOPPED = {
  cancel: 'voting-drafts.said.cancel',
  annul: 'voting-drafts.said.annul',
  withdraw: 'voting-drafts.said.withdraw',
} as const;

const toStopped = (
  { number, stopped }: { number: number; stopped: keyof typeof STOPPED },
  _input: unknown,
  { locale }: Context,
) => localized(locale, saying(votingPaths.teamPoll(number), STOPPED[stopped]));

const toLater = ({ number }: { number: number }, _input: unknown, { locale }: Context) =>
  localized(locale, saying(votingPaths.teamPollLater(number), 'voting-drafts.said.asked'));

const toPolls = (_value: null, _input: unknown, { locale }: Context) =>
  localized(locale, saying(votingPaths.teamPolls(), 'team.said.deleted'));

export const savePollDraftAction = defineFormAction({
  form: 'save-poll-draft',
  schema: pollDraftSchema,
  lists: ['channels'],
  run: (who, input) => savePollDraft(who, input),
  done: toPoll('team.said.saved'),
});

export const giveToCheckAction = defineFormAction({
  form: 'give-poll-to-check',
  schema: pollNumberSchema,
  run: (who, input) => giveToCheck(who, input),
  done: toPoll('voting-drafts.said.given'),
});

export const approvePollAction = defineFormAction({
  form: 'approve-poll',
  schema: approvalSchema,
  lists: ['checked'],
  run: (who, input) => approvePoll(who, input),
  done: toPoll('voting-drafts.said.approved'),
});

export const returnDraftAction = defineFormAction({
  form: 'return-poll-draft',
  schema: returnSchema,
  run: (who, input) => returnDraft(who, input),
  done: toPoll('voting-drafts.said.returned'),
});

export const scheduleAloneAction = defineFormAction({
  form: 'schedule-poll-alone',
  schema: approvalSchema,
  lists: ['checked'],
  run: (who, input) => scheduleAlone(who, input),
  done: toPoll('voting-drafts.said.approvedAlone'),
});

export const cancelPollAction = defineFormAction({
  form: 'cancel-poll',
  schema: cancelPollSchema,
  run: (who, input) => askToStop(who, { ...input, option: null }),
  done: toLater,
});

export const agreeToStopAction = defineFormAction({
  form: 'agree-to-poll-stop',
  schema: settleStopSchema,
  run: (who, input) => agreeToStop(who, input),
  done: toStopped,
});

export const stopAloneAction = defineFormAction({
  form: 'stop-poll-alone',
  schema: settleStopSchema,
  run: (who, input) => stopAlone(who, input),
  done: toStopped,
});

export const dropStopAction = defineFormAction({
  form: 'drop-poll-stop',
  schema: settleStopSchema,
  run: (who, input) => dropStop(who, input),
  done: toPoll('voting-drafts.said.dropped'),
});

export const discardPollDraftAction = defineFormAction({
  form: 'discard-poll-draft',
  schema: pollNumberSchema,
  run: (who, input) => discardPollDraft(who, input),
  done: toPolls,
});

export const startTrialAction = defineFormAction({
  form: 'start-poll-trial',
  schema: pollNumberSchema,
  run: (who, input) => startTrial(who, input),
  done: toPoll('voting-drafts.said.trialStarted'),
});

export const fillTrialAction = defineFormAction({
  form: 'fill-poll-trial',
  schema: fillTrialSchema,
  run: (who, input) => fillTrial(who, input),
  done: toPoll('voting-drafts.said.trialFilled'),
});

export const trialBallotAction = defineFormAction({
  form: 'trial-ballot',
  schema: ballotSchema,
  lists: ['choices'],
  run: (who, input) =>
    input.step === 'cast' ? castTrialBallot(who, input) : checkTrialBallot(who, input),
  done: (_value, input, { locale }) =>
    localized(locale, saying(votingPaths.teamPoll(input.poll), 'voting-drafts.said.trialCast')),
});

export const endTrialAction = defineFormAction({
  form: 'end-poll-trial',
  schema: pollNumberSchema,
  run: (who, input) => endTrial(who, input),
  done: toPoll('voting-drafts.said.trialEnded'),
});

export const discardTrialAction = defineFormAction({
  form: 'discard-poll-trial',
  schema: pollNumberSchema,
  run: (who, input) => discardTrial(who, input),
  done: toPolls,
});

export const withdrawOptionAction = defineFormAction({
  form: 'withdraw-poll-option',
  schema: withdrawOptionSchema,
  run: (who, { why, ...input }) => askToStop(who, { ...input, reason: why }),
  done: toLater,
});

export const publishNoteAction = defineFormAction({
  form: 'publish-poll-note',
  schema: pollNoteSchema,
  run: (who, input) => publishNote(who, input),
  done: toPoll('voting-drafts.said.noted'),
});

export const correctPollNoteAction = defineFormAction({
  form: 'correct-poll-note',
  schema: correctPollNoteSchema,
  run: (who, input) => correctPollNote(who, input),
  done: ({ number }, _input, { locale }) =>
    localized(locale, saying(votingPaths.teamPollLater(number), 'voting-drafts.said.corrected')),
});

export const correctStopAction = defineFormAction({
  form: 'correct-poll-stop',
  schema: correctStopSchema,
  run: (who, input) => correctStop(who, input),
  done: toPoll('voting-drafts.said.reasonCorrected'),
});

export const archivePollAction = defineFormAction({
  form: 'archive-poll',
  schema: pollNumberSchema,
  run: (who, input) => archivePoll(who, input),
  done: toPoll('voting-drafts.said.archived'),
});

export const unarchivePollAction = defineFormAction({
  form: 'unarchive-poll',
  schema: pollNumberSchema,
  run: (who, input) => unarchivePoll(who, input),
  done: toPoll('voting-drafts.said.unarchived'),
});

export const setForumRightAction = defineFormAction({
  form: 'set-forum-right',
  schema: forumRightSchema,
  run: (who, input) => setForumRight(who, input),
  done: (_value, input, { locale }) =>
    localized(
      locale,
      saying(
        votingPaths.teamForumRight(),
        input.right === 'give' ? 'voting-drafts.said.rightGiven' : 'voting-drafts.said.rightTaken',
      ),
    ),
});
