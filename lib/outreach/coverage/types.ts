/** Somebody of the office was at a place, or means to be. */
export interface Visit {
  districtId: string;
  place: string;
  /** Local date `YYYY-MM-DD`. */
  day: string;
  planned: boolean;
}

/** One place of a district and the weeks in which somebody was there. */
export interface PlaceCover {
  districtId: string;
  place: string;
  /** Last day somebody was there; null: not in the weeks that are looked at. */
  lastDay: string | null;
  /** Nobody was there for six weeks, and nobody means to go. */
  quiet: boolean;
  /** Somebody means to go, whenever. */
  ahead: boolean;
  weeks: ('was' | 'planned' | 'none')[];
}

export interface Coverage {
  /** Mondays of the weeks, the earliest first. */
  mondays: string[];
  places: PlaceCover[];
}
