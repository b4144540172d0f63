import 'server-only';
import { tellInBatches } from '@/lib/cases/telling/jobs';
import { tellAgenda } from './steps';

/** Whoever wrote a proposal hears that it is off an agenda, or on it again. */
export const tellAgendaOf = (tellingId: string): Promise<void> =>
  tellInBatches(tellingId, tellAgenda);
