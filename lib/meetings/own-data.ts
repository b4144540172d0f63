import 'server-only';
import type { Actor } from '@/lib/accounts/types';
import { dayOf } from '@/lib/core/day.mjs';
import { db } from '@/lib/core/db';
import type { OwnPart } from '@/lib/manifest';
import { meetingsPaths } from './paths';

/** Meetings and trainings somebody is named at, with where their certificate is read. */
export async function listOwn(actor: Actor): Promise<OwnPart[]> {
  const rows = await db.staffMeetingPerson.findMany({
    where: { userId: actor.id },
    orderBy: { meeting: { day: 'asc' } },
    select: { certificateId: true, meeting: { select: { title: true, day: true } } },
  });
  return [
    {
      part: 'meetings',
      rows: rows.map(({ certificateId, meeting: { title, day } }) => ({
        ...{ title, day: dayOf(day) },
        certificate: certificateId ? meetingsPaths.certificate(certificateId) : '',
      })),
    },
  ];
}
