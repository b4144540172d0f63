import 'server-only';
import { system } from '@/lib/accounts/actor';
import { sweepAccounts } from '@/lib/accounts/jobs';
import { forgetOldEntries } from '@/lib/calendar/kept/commands';
import { forgetOldRegistrations } from '@/lib/forum/registrations/privacy';
import { forgetOldModerators } from '@/lib/forum/sessions/privacy';
import { forgetOldRequests } from '@/lib/initiatives/privacy';
import { sweepMails } from '@/lib/mail/jobs';
import { restQuietPartners } from '@/lib/network/commands';
import { sweepFoundations } from '@/lib/privacy/commands';
import { forgetOldProposals } from '@/lib/proposals/privacy';
import { forgetRolls } from '@/lib/voting/commands';

/** Deletes everywhere what has been kept long enough. */
export async function sweepAll(): Promise<void> {
  await sweepFoundations(system);
  await sweepMails(system);
  await sweepAccounts(system);
  await forgetOldProposals(system);
  await forgetOldRequests(system);
  await forgetOldRegistrations(system);
  await forgetOldModerators(system);
  await forgetRolls(system);
  await forgetOldEntries(system);
  await restQuietPartners(system);
}
