import 'server-only';
import { system } from '@/lib/accounts/actor';
import { log } from '@/lib/core/log';
import { startWorker } from '@/lib/jobs/worker';
import { sendQueuedMail } from '@/lib/mail/jobs';
import { sealPoll } from '@/lib/voting/commands';
import { followOpening } from '@/lib/voting/outcomes/commands';
import { remindOfPoll } from '@/lib/voting/reminders/commands';
import { sweepAll } from './sweep';

const RETRY_MS = 5000;

/** Starts working off jobs; while the database is gone it tries again, pages go on meanwhile. */
export async function startBackgroundWork(): Promise<void> {
  try {
    await startWorker({
      'send-mail': ({ mailId }, { isLastTry }) => sendQueuedMail(system, mailId, isLastTry),
      'send-code': ({ mailId }, { isLastTry }) => sendQueuedMail(system, mailId, isLastTry),
      'open-poll': ({ pollId }) => followOpening(system, pollId),
      'seal-poll': async ({ pollId }) => {
        await sealPoll(system, pollId);
      },
      'remind-poll': ({ pollId }) => remindOfPoll(system, pollId),
      sweep: () => sweepAll(),
    });
  } catch (error) {
    log('warn', 'worker.notStarted', {}, error);
    setTimeout(() => void startBackgroundWork(), RETRY_MS).unref();
  }
}
