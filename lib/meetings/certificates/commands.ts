import 'server-only';
import { command } from '@/lib/accounts/command';
import type { Tx } from '@/lib/core/db';
import { AppError } from '@/lib/core/errors';
import { ok, type Result, refused } from '@/lib/core/result';
import { keepPaper } from '@/lib/files/picture';
import { claimFile } from '@/lib/files/steps';
import { MEETINGS_RIGHTS } from '../access';
import { canCertify } from '../rules';
import type { KeepCertificateInput, TakeCertificateInput } from './schema';

const right = MEETINGS_RIGHTS.meetings;

type Done = Result<{ id: string }>;

/** Keeps the certificate of somebody who was there; it takes the place of an earlier one. */
export const keepCertificate = command(
  {
    right,
    audit: ['staffMeeting.certificateKept'],
    tags: [],
    prepare: (_actor, { paper }: KeepCertificateInput) => keepPaper(paper),
  },
  async ({ tx, note, ready: file }, { id, person }: KeepCertificateInput): Promise<Done> => {
    if (file === null) return refused('meetings.refused.unreadable', {}, 'paper');
    const { kind, state } = await meetingOf(tx, id, person);
    if (!canCertify(kind, state)) return refused('meetings.refused.notThere');
    const certificateId = await claimFile(tx, file);
    const { count } = await tx.staffMeetingPerson.updateMany({
      where: { meetingId: id, userId: person },
      data: { certificateId },
    });
    // Meanwhile nobody says any more that they were there.
    if (count === 0) throw new AppError('NOT_FOUND');
    // Stays when it is not kept any more whose it was.
    await tx.staffMeeting.updateMany({ where: { id }, data: { certificate: true } });
    await note('staffMeeting.certificateKept', id);
    return ok({ id });
  },
);

/** From here on nobody reads it, and the night removes it from the store. */
export const takeCertificate = command(
  { right, audit: ['staffMeeting.certificateTaken'], tags: [] },
  async ({ tx, note }, { id, person }: TakeCertificateInput): Promise<Done> => {
    const { count } = await tx.staffMeetingPerson.updateMany({
      where: { meetingId: id, userId: person, certificateId: { not: null } },
      data: { certificateId: null },
    });
    if (count === 0) throw new AppError('NOT_FOUND');
    await note('staffMeeting.certificateTaken', id);
    return ok({ id });
  },
);

async function meetingOf(tx: Tx, meetingId: string, userId: string) {
  const row = await tx.staffMeetingPerson.findUnique({
    where: { meetingId_userId: { meetingId, userId } },
    select: { meeting: { select: { kind: true, state: true } } },
  });
  if (!row) throw new AppError('NOT_FOUND');
  return row.meeting;
}
