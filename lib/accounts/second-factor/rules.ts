export const RECOVERY_CODES = 10;
export const RECOVERY_LENGTH = 8;
/** Minutes in which new recovery codes are shown. */
const RECOVERY_SHOWN_MINUTES = 30;
/** Seconds a phone's clock may be wrong. */
export const CLOCK_TOLERANCE = 30;

const TEN_MINUTES = 600;
const HOUR = 3600;

/** Tries of one browser; more end its session, which only a new mail starts again. */
export const TRIES_IN_SESSION = { name: 'second-step', max: 6, windowSeconds: TEN_MINUTES };
/** Tries of one account over all browsers. */
export const TRIES_OF_ACCOUNT = { name: 'second-step-account', max: 20, windowSeconds: HOUR };
/** What each browser has even then: a stranger at the second step cannot keep the owner out. */
export const TRIES_KEPT_FREE = { name: 'second-step-first', max: 2, windowSeconds: TEN_MINUTES };

/** Seconds of one code of the app (RFC 6238, 5.2). */
const STEP_SECONDS = 30;

/** Whether the app's code of a time step was of just now. */
export function isRecent(step: number, at: Date): boolean {
  return at.getTime() / 1000 - step * STEP_SECONDS <= RECOVERY_SHOWN_MINUTES * 60;
}

/** Six digits are the app's code, anything else may be a recovery code. */
export function isAppCode(typed: string): boolean {
  return /^\d{6}$/.test(typed.replace(/\s/g, ''));
}
