import 'server-only';
import { tellInBatches } from '@/lib/cases/telling/jobs';
import { tellChange, tellNewSeats } from './steps';

/** Everybody who signed up hears what became of the session. */
export const tellChangeOf = (tellingId: string): Promise<void> =>
  tellInBatches(tellingId, tellChange);

/** Everybody who moved up hears that they have a seat. */
export const tellNewSeatsOf = (tellingId: string): Promise<void> =>
  tellInBatches(tellingId, tellNewSeats);
