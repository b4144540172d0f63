/** Number in a path; 0 (which no session has) for everything that is none. */
export function readSessionNumber(segment: string): number {
  return /^[1-9]\d{0,5}$/.test(segment) ? Number(segment) : 0;
}
