import { dateTold } from '../notices/rules';
import type { SignUpTimes } from '../sessions/types';

const MINUTE_MS = 60_000;

/** So long a wrong press can be put right before anybody hears of it. */
const WRONG_PRESS_MINUTES = 10;

/** From so many minutes before a session on, whoever has to know is told at once. */
const SOON_MINUTES = 60;

/** When authors are told of a changed agenda; null: at once. */
export function tellAgendaAt(session: SignUpTimes, at: Date): Date | null {
  const date = dateTold(session);
  const isSoon = date !== null && date.getTime() - at.getTime() < SOON_MINUTES * MINUTE_MS;
  return isSoon ? null : new Date(at.getTime() + WRONG_PRESS_MINUTES * MINUTE_MS);
}
