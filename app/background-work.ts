import 'server-only';
import { system } from '@/lib/accounts/actor';
import { startWorker } from '@/lib/jobs/worker';
import { sendQueuedMail } from '@/lib/mail/jobs';
import { sealPoll } from '@/lib/voting/commands';
import { followOpening } from '@/lib/voting/tell/proposals/commands';
import { remindOfPoll } from '@/lib/voting/tell/reminders/commands';
import { catchUp } from './catch-up';
import { sweepAll } from './sweep';

/** Starts working off jobs; while the database is gone it waits for it, pages go on meanwhile. */
export async function startBackgroundWork(): Promise<void> {
  await startWorker({
    'send-mail': ({ mailId }, { isLastTry }) => sendQueuedMail(mailId, isLastTry),
    'send-code': ({ mailId }, { isLastTry }) => sendQueuedMail(mailId, isLastTry),
    'open-poll': ({ pollId }) => followOpening(system, pollId),
    'seal-poll': async ({ pollId }) => {
      await sealPoll(system, pollId);
    },
    'remind-poll': ({ pollId }) => remindOfPoll(system, pollId),
    sweep: () => sweepAll(),
    'catch-up': () => catchUp(),
  });
}
