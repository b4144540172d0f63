import 'server-only';
import { tellInBatches } from '@/lib/cases/telling/jobs';
import { tellAgenda, tellAuthorsOfChange } from './steps';

/** Whoever wrote a proposal hears that it is off an agenda, or on it again. */
export const tellAgendaOf = (tellingId: string): Promise<void> =>
  tellInBatches(tellingId, tellAgenda);

/** Whoever wrote a proposal on its agenda hears what became of a session. */
export const tellAgendaChangeOf = (tellingId: string): Promise<void> =>
  tellInBatches(tellingId, tellAuthorsOfChange);
