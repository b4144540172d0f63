/** What a command answers: either its value, or a code somebody can act on (a key of the message catalogues). */
export type Result<T> = Accepted<T> | Refused;

export interface Accepted<T> {
  readonly ok: true;
  readonly value: T;
}

export interface Refused {
  readonly ok: false;
  readonly code: string;
  /** Values for the sentence, e.g. `{ max: 3 }`. */
  readonly params: Readonly<Record<string, string | number>>;
  /** The form field the refusal is about, if there is one. */
  readonly field?: string | undefined;
  /** What the form was made of is no longer so: it can never be sent again, and the way on is the page anew. */
  readonly pageAnew?: boolean;
  /** That it was tried is written down all the same, see `refusedAndNoted`. */
  readonly noted?: boolean;
}

export function ok<T>(value: T): Accepted<T> {
  return { ok: true, value };
}

/** @param code catalogue key of the sentence, e.g. `forum.refused.registrationClosed`. */
export function refused(
  code: string,
  params: Readonly<Record<string, string | number>> = {},
  field?: string,
): Refused {
  return { ok: false, code, params, field };
}

/** Refused because the page shows what is no longer so; what was typed stays. @param code as in `refused` */
export const refusedAnew = (code: string): Refused => ({ ...refused(code), pageAnew: true });

/**
 * Refused, and what was written down of the attempt stays: nothing else may have been changed before. The form counts
 * as not sent, so what is corrected in it is sent as if for the first time. The rest as in `refused`.
 */
export const refusedAndNoted = (...why: Parameters<typeof refused>): Refused => ({
  ...refused(...why),
  noted: true,
});
