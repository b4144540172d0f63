import 'server-only';
import { command } from '@/lib/accounts/command';
import { ok, type Result } from '@/lib/core/result';
import { addJob } from '@/lib/jobs/steps';
import { MAIL_RIGHTS } from '../access';
import type { FailedMailInput } from './schema';

/** Sends a mail once more, or takes it off because the office told the person itself. */
export const handleFailedMail = command(
  { right: MAIL_RIGHTS.tell, audit: ['mail.retried', 'mail.dropped'], tags: [] },
  async (
    { tx, note, unchanged },
    { id, way }: FailedMailInput,
  ): Promise<Result<{ became: FailedMailInput['way'] | 'nothing' }>> => {
    // Mails with a code never fail: they end with it. What is noted in a case once it was sent goes on in that
    // case: there the address of today is taken, and the house knows that it was asked.
    const failed = { id, state: 'FAILED' as const, thenJob: '' };
    const { count } =
      way === 'retry'
        ? await tx.outgoingMail.updateMany({ where: failed, data: { state: 'QUEUED' } })
        : await tx.outgoingMail.deleteMany({ where: failed });
    // Already sent or handled by a colleague: what was wanted is so.
    if (count === 0) {
      unchanged();
      return ok({ became: 'nothing' });
    }
    if (way === 'retry') await addJob(tx, 'send-mail', { mailId: id });
    await note(way === 'retry' ? 'mail.retried' : 'mail.dropped', id);
    return ok({ became: way });
  },
);
