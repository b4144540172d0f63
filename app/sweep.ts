import 'server-only';
import { system } from '@/lib/accounts/actor';
import { sweepAccounts } from '@/lib/accounts/jobs';
import { forgetOldEntries } from '@/lib/calendar/kept/privacy';
import { forgetOldRegistrations } from '@/lib/forum/registrations/privacy';
import { forgetOldModerators } from '@/lib/forum/sessions/privacy';
import { forgetOldRequests } from '@/lib/initiatives/privacy';
import { sweepMails } from '@/lib/mail/jobs';
import { restQuietPartners } from '@/lib/network/commands';
import { type SweepRule, sweepBy } from '@/lib/operation/commands';
import { sweepFoundations } from '@/lib/privacy/jobs';
import { forgetOldProposals } from '@/lib/proposals/privacy';
import { forgetRolls } from '@/lib/voting/commands';

/** Each has words in `operation.rule.*`. */
const RULES = {
  foundations: sweepFoundations,
  mails: sweepMails,
  accounts: sweepAccounts,
  proposals: forgetOldProposals,
  requests: forgetOldRequests,
  registrations: forgetOldRegistrations,
  moderators: forgetOldModerators,
  rolls: forgetRolls,
  entries: forgetOldEntries,
  partners: restQuietPartners,
} as const satisfies Record<string, SweepRule>;

/** Deletes everywhere what has been kept long enough. */
export async function sweepAll(): Promise<void> {
  await sweepBy(system, RULES);
}
