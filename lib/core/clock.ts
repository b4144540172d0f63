import { Temporal } from 'temporal-polyfill';

let source: () => number = Date.now;

/** The only clock of the program. */
export function now(): Date {
  return new Date(source());
}

/** Tests move the clock; `null` gives the real one back. */
export function setClock(fixed: Date | null): void {
  source = fixed === null ? Date.now : () => fixed.getTime();
}

export type LocalTime =
  | { kind: 'exact'; instant: Date }
  /** The hour that exists twice in autumn; `first` is summer time. */
  | { kind: 'twice'; first: Date; second: Date }
  /** The hour that is skipped in spring; `instead` is the next time that exists. */
  | { kind: 'skipped'; instead: string };

/**
 * The instant of a local wall-clock time.
 * @param local `YYYY-MM-DDTHH:MM` without a zone
 * @param timeZone IANA name, e.g. `Europe/Vienna`
 */
export function resolveLocalTime(local: string, timeZone: string): LocalTime {
  const plain = Temporal.PlainDateTime.from(local);
  const early = plain.toZonedDateTime(timeZone, { disambiguation: 'earlier' });
  const late = plain.toZonedDateTime(timeZone, { disambiguation: 'later' });
  const toDate = (z: Temporal.ZonedDateTime) => new Date(z.epochMilliseconds);
  if (early.epochMilliseconds === late.epochMilliseconds) {
    return { kind: 'exact', instant: toDate(early) };
  }
  if (!early.toPlainDateTime().equals(plain)) {
    return {
      kind: 'skipped',
      instead: late.toPlainDateTime().toString({ smallestUnit: 'minute' }),
    };
  }
  return { kind: 'twice', first: toDate(early), second: toDate(late) };
}

/** Instant of a local time where a gap moves forward and a doubled hour means the first one. */
export function instantOf(local: string, timeZone: string): Date {
  const zoned = Temporal.PlainDateTime.from(local).toZonedDateTime(timeZone, {
    disambiguation: 'compatible',
  });
  return new Date(zoned.epochMilliseconds);
}

/** Local wall-clock time `YYYY-MM-DDTHH:MM` of an instant. */
export function localOf(instant: Date, timeZone: string): string {
  return Temporal.Instant.fromEpochMilliseconds(instant.getTime())
    .toZonedDateTimeISO(timeZone)
    .toPlainDateTime()
    .toString({ smallestUnit: 'minute' });
}

/** Local calendar date `YYYY-MM-DD` of an instant. */
export function localDateOf(instant: Date, timeZone: string): string {
  return localOf(instant, timeZone).slice(0, 10);
}

/** The same local time some months earlier; the last day of a month where that month has no such day. */
export function monthsBefore(instant: Date, months: number, timeZone: string): Date {
  const zoned = Temporal.Instant.fromEpochMilliseconds(instant.getTime())
    .toZonedDateTimeISO(timeZone)
    .subtract({ months }, { overflow: 'constrain' });
  return new Date(zoned.epochMilliseconds);
}

/** The next local midnight after an instant: until then, "today" stays true. */
export function nextMidnight(instant: Date, timeZone: string): Date {
  const tomorrow = Temporal.PlainDate.from(localDateOf(instant, timeZone)).add({ days: 1 });
  return new Date(tomorrow.toZonedDateTime({ timeZone }).epochMilliseconds);
}

/** Whole calendar days between two local dates `YYYY-MM-DD` (negative when `to` is earlier). */
export function daysBetween(from: string, to: string): number {
  return Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to)).days;
}
