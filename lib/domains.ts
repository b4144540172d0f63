import { accounts } from './accounts/domain';
import { activation } from './activation/domain';
import { appointments } from './appointments/domain';
import { audit } from './audit/domain';
import { calendar } from './calendar/domain';
import { cases } from './cases/domain';
import { counselling } from './counselling/domain';
import { files } from './files/domain';
import { forum } from './forum/domain';
import { initiatives } from './initiatives/domain';
import { mail } from './mail/domain';
import { meetings } from './meetings/domain';
import { network } from './network/domain';
import { office } from './office/domain';
import { operation } from './operation/domain';
import { outreach } from './outreach/domain';
import { privacy } from './privacy/domain';
import { proposals } from './proposals/domain';
import { reports } from './reports/domain';
import { settings } from './settings/domain';
import { tasks } from './tasks/domain';
import { voting } from './voting/domain';

/** Every part of the house, the only list of them: what loops over all of them loops over this. */
export const DOMAINS = [
  settings,
  accounts,
  audit,
  mail,
  operation,
  files,
  cases,
  network,
  proposals,
  voting,
  forum,
  initiatives,
  counselling,
  appointments,
  outreach,
  meetings,
  tasks,
  activation,
  calendar,
  reports,
  privacy,
  office,
] as const;
