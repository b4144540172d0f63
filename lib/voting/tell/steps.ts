import 'server-only';
import type { Tx } from '@/lib/core/db';

/** Says something beside a poll, for everybody to read from now on. */
export async function addNote(tx: Tx, at: Date, pollId: string, text: string): Promise<void> {
  await tx.pollNote.create({ data: { pollId, text, publishedAt: at }, select: { id: true } });
}
