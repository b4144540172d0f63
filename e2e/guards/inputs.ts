import { BALLOT_INPUTS } from './inputs-ballots';
import { DESK_INPUTS } from './inputs-desk';
import { OFFICE_INPUTS } from './inputs-office';
import { type Input, PUBLIC_INPUTS } from './inputs-public';

export const INPUTS: Record<string, Input> = {
  ...PUBLIC_INPUTS,
  ...OFFICE_INPUTS,
  ...DESK_INPUTS,
  ...BALLOT_INPUTS,
};
