import type { BesideTable } from '../../guards/beside';

export const BESIDE: BesideTable = {
  'team/aufgaben#moveTaskAction': 'whoever begins or ends a task drops it for no reason',
  'sozialberatung/aufgaben#moveOwnTaskAction': 'as in the office: it is dropped for no reason then',
  'sozialberatung/aufgaben#moveGivenTaskAction':
    'as in the office: it is dropped for no reason then',
};
