const HOUR_MS = 3_600_000;

/** So long a poll that was put into the archive by mistake can be taken out of it; the database holds it, too. */
export const UNARCHIVE_HOURS = 24;

/** Whether a poll can be taken out of the archive. */
export function canUnarchive(
  { state, archivedAt }: { state: string; archivedAt: Date | null },
  at: Date,
): boolean {
  if (state !== 'ARCHIVED' || archivedAt === null) return false;
  return at.getTime() - archivedAt.getTime() <= UNARCHIVE_HOURS * HOUR_MS;
}

/** Whether a note is one the office wrote about a published result, and may put right. */
export function canCorrectNote(
  note: { publishedAt: Date },
  poll: { publishedAt: Date | null },
): boolean {
  return poll.publishedAt !== null && note.publishedAt >= poll.publishedAt;
}
