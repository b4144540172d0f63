import 'server-only';
import { tellInBatches } from '@/lib/cases/telling/jobs';
import { tellSupporters } from './steps';

/** Everybody who supported a proposal hears that it has become real. */
export const tellSupportersOf = (tellingId: string): Promise<void> =>
  tellInBatches(tellingId, tellSupporters);
