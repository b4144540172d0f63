import 'server-only';
import { sameFor } from '@/lib/accounts/command';
import type { Actor } from '@/lib/accounts/types';
import { db } from '@/lib/core/db';
import { readEnv } from '@/lib/core/env.mjs';
import { isUuid } from '@/lib/core/uuid.mjs';
import { openStorage } from '@/lib/files/storage.mjs';
import { MEETINGS_RIGHTS } from '../access';
import type { Paper } from './types';

/** Any certificate, for the office. @param id of its file */
export const findCertificate = sameFor(
  MEETINGS_RIGHTS.meetings,
  (id: string): Promise<Paper | null> => paperOf(id, {}),
);

/** One of their own, for whoever works here. */
export const findOwnCertificate = (actor: Actor, id: string): Promise<Paper | null> =>
  paperOf(id, { userId: actor.id });

async function paperOf(id: string, whose: { userId?: string }): Promise<Paper | null> {
  if (!isUuid(id)) return null;
  const row = await db.staffMeetingPerson.findFirst({
    where: { ...whose, certificateId: id },
    select: { certificate: { select: { type: true } } },
  });
  const bytes = row?.certificate ? await openStorage(readEnv()).read(id) : null;
  return row?.certificate && bytes ? { bytes, type: row.certificate.type } : null;
}
