import 'server-only';
import { system } from '@/lib/accounts/actor';
import { eachAlone } from '@/lib/core/each-alone';
import { queueForgottenMails } from '@/lib/mail/catch-up';
import { sealForgottenPolls } from '@/lib/voting/commands';
import { followDueOpenings } from '@/lib/voting/tell/proposals/commands';
import { remindOfDuePolls } from '@/lib/voting/tell/reminders/commands';

/**
 * Does what is due and has no job of its own: jobs are lost with a queue that was not restored, or used
 * up all their tries while something else was broken. Whatever was done already stays as it is, and one thing
 * that cannot be done keeps nothing else waiting.
 */
export async function catchUp(): Promise<void> {
  const due = [queueForgottenMails, sealForgottenPolls, followDueOpenings, remindOfDuePolls];
  await eachAlone(due, (catchUpWith) => catchUpWith(system));
}
