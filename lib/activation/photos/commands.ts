import 'server-only';
import { command } from '@/lib/accounts/command';
import { dayOf } from '@/lib/core/day.mjs';
import type { Tx } from '@/lib/core/db';
import { AppError } from '@/lib/core/errors';
import { officeDate } from '@/lib/core/office-time';
import { ok, type Result, refused } from '@/lib/core/result';
import { takeVersion } from '@/lib/core/version';
import { keepPhoto } from '@/lib/files/picture';
import { claimFile } from '@/lib/files/steps';
import { traceProblem } from '@/lib/outreach/traces/rules';
import { ACTIVATION_RIGHTS } from '../access';
import { findTrial } from '../steps';
import { ACTIVATION_TAGS } from '../tags';
import { freePlace, PHOTOS_MAX } from './rules';
import type { AddPhotoInput, ChangePhotoInput, TakePhotoInput } from './schema';

const right = ACTIVATION_RIGHTS.formats;
const TAGS = [ACTIVATION_TAGS.formats];

type TrialId = { trialId: string };

/** Keeps a photo of a trial that was, decoded and written anew; why it may be kept is said with it. */
export const addPhoto = command(
  {
    right,
    audit: ['activationTrial.photoAdded'],
    tags: TAGS,
    prepare: (_actor, { photo }: AddPhotoInput) => keepPhoto(photo),
  },
  async ({ tx, at, note, ready: file }, input: AddPhotoInput): Promise<Result<TrialId>> => {
    const { photo: _, trialId, ...said } = input;
    if (file === null) return refused('activation-photos.refused.noPicture', {}, 'photo');
    const trace = traceProblem({ altText: said.altText, consentNote: said.consentNote });
    if (trace) return trace;
    const { day } = await findTrial(tx, trialId);
    if (dayOf(day) > officeDate(at)) return refused('activation-photos.refused.notYet');
    const there = await tx.activationPhoto.findMany({
      where: { trialId },
      select: { position: true },
    });
    const position = freePlace(there.map((one) => one.position));
    if (position === null) return refused('activation-photos.refused.full', { max: PHOTOS_MAX });
    const fileId = await claimFile(tx, file);
    await tx.activationPhoto.create({
      data: { ...said, trialId, position, fileId },
      select: { id: true },
    });
    await note('activationTrial.photoAdded', trialId);
    return ok({ trialId });
  },
);

/** Says better what is to be seen and who agreed, and shows a photo to everybody or to the office alone. */
export const changePhoto = command(
  { right, audit: ['activationTrial.photoChanged'], tags: TAGS },
  async ({ tx, note }, input: ChangePhotoInput): Promise<Result<TrialId>> => {
    const { id, version, ...said } = input;
    const { trialId } = await findPhoto(tx, id);
    const trace = traceProblem({ altText: said.altText, consentNote: said.consentNote });
    if (trace) return trace;
    const late = await takeVersion(tx.activationPhoto, id, version);
    if (late) return late;
    await tx.activationPhoto.update({ where: { id }, data: said, select: { id: true } });
    await note('activationTrial.photoChanged', trialId);
    return ok({ trialId });
  },
);

/**
 * Somebody took their consent back, or it is not wanted any more: from here on nobody sees it anywhere, and the night
 * removes it from the store.
 */
export const takePhoto = command(
  { right, audit: ['activationTrial.photoTaken'], tags: TAGS },
  async ({ tx, note }, { id }: TakePhotoInput): Promise<Result<TrialId>> => {
    const { trialId } = await findPhoto(tx, id);
    // Of two who press at once one takes it; for the other it is not there any more.
    const { count } = await tx.activationPhoto.deleteMany({ where: { id } });
    if (count === 0) throw new AppError('NOT_FOUND');
    await note('activationTrial.photoTaken', trialId);
    return ok({ trialId });
  },
);

async function findPhoto(tx: Tx, id: string): Promise<TrialId> {
  const photo = await tx.activationPhoto.findUnique({ where: { id }, select: { trialId: true } });
  if (!photo) throw new AppError('NOT_FOUND');
  return photo;
}
