import 'server-only';
import { command } from '@/lib/accounts/command';
import type { Tx } from '@/lib/core/db';
import { AppError } from '@/lib/core/errors';
import { ok, type Refused, type Result, refused } from '@/lib/core/result';
import { CHANGED_MEANWHILE } from '@/lib/core/version';
import { keepPaper } from '@/lib/files/picture';
import { claimFile } from '@/lib/files/steps';
import { MEETINGS_RIGHTS } from '../access';
import { canCertify } from '../rules';
import type { KeepCertificateInput, TakeCertificateInput } from './schema';

const right = MEETINGS_RIGHTS.meetings;

type Done = Result<{ id: string }>;

/** Keeps the certificate of somebody who was there; it takes the place of the one its page showed, and of no other. */
export const keepCertificate = command(
  {
    right,
    audit: ['staffMeeting.certificateKept'],
    tags: [],
    prepare: (_actor, { paper }: KeepCertificateInput) => keepPaper(paper),
  },
  async ({ tx, note, ready: file }, { id, person, seen }: KeepCertificateInput): Promise<Done> => {
    if (file === null) return refused('meetings.refused.unreadable', {}, 'paper');
    const { kind, state } = await meetingOf(tx, id, person);
    if (!canCertify(kind, state)) return refused('meetings.refused.notThere');
    const certificateId = await claimFile(tx, file);
    const late = await putPaper(tx, { id, person, seen }, certificateId);
    if (late) return late;
    // Stays when it is not kept any more whose it was.
    await tx.staffMeeting.updateMany({ where: { id }, data: { certificate: true } });
    await note('staffMeeting.certificateKept', id);
    return ok({ id });
  },
);

/** From here on nobody reads the one the page showed, and the night removes it from the store. */
export const takeCertificate = command(
  { right, audit: ['staffMeeting.certificateTaken'], tags: [] },
  async ({ tx, note }, { id, person, seen }: TakeCertificateInput): Promise<Done> => {
    const late = await putPaper(tx, { id, person, seen }, null);
    if (late) return late;
    await note('staffMeeting.certificateTaken', id);
    return ok({ id });
  },
);

/**
 * Puts a paper, or none, in the place of the one somebody saw: another that a colleague brought meanwhile stays.
 * @throws {AppError} NOT_FOUND: nobody says any more that they were there
 */
async function putPaper(
  tx: Tx,
  { id, person, seen }: TakeCertificateInput,
  certificateId: string | null,
): Promise<Refused | null> {
  const there = { meetingId: id, userId: person };
  const { count } = await tx.staffMeetingPerson.updateMany({
    where: { ...there, certificateId: seen || null },
    data: { certificateId },
  });
  if (count === 1) return null;
  if ((await tx.staffMeetingPerson.count({ where: there })) === 0) throw new AppError('NOT_FOUND');
  return refused(CHANGED_MEANWHILE);
}

async function meetingOf(tx: Tx, meetingId: string, userId: string) {
  const row = await tx.staffMeetingPerson.findUnique({
    where: { meetingId_userId: { meetingId, userId } },
    select: { meeting: { select: { kind: true, state: true } } },
  });
  if (!row) throw new AppError('NOT_FOUND');
  return row.meeting;
}
