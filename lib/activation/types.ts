export type ActivationState =
  | 'IDEA'
  | 'CONCEPT'
  | 'IN_TRIAL'
  | 'EVALUATED'
  | 'ESTABLISHED'
  | 'ADJUSTED'
  | 'DISCARDED';

/** Who tried or decided, as a role. */
export type ActivationParty = 'OFFICE' | 'PARTNER' | 'INITIATIVE' | 'RESIDENTS' | 'TOGETHER';

export type ActivationWeather = 'INDOORS' | 'FINE' | 'CLOUDY' | 'RAIN' | 'COLD';

export type ActivationGoal = 'YES' | 'PARTLY' | 'NO';

/** What a trial came to; null as long as nobody said. */
export interface TrialNumbers {
  reached: number | null;
  firstTimers: number | null;
  costCents: number | null;
  staffMinutes: number | null;
  proposals: number | null;
}
