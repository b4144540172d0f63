import 'server-only';
import { command } from '@/lib/accounts/command';
import type { Tx } from '@/lib/core/db';
import { AppError } from '@/lib/core/errors';
import { ok, type Refused, type Result, refused } from '@/lib/core/result';
import { takeVersion } from '@/lib/core/version';
import { keepLogo } from '@/lib/files/picture';
import { claimFile } from '@/lib/files/steps';
import { SETTINGS_RIGHTS } from '../access';
import { SETTINGS_TAGS } from '../tags';
import { BACK_HOURS, backSince, MOST_FUNDERS } from './rules';
import type { AddFunderInput, ChangeFunderInput, MoveFunderInput } from './schema';

const SUBJECT = 'office';
const EVENT = 'settings.changed.funders';

/** The foot of every page shows them. */
const SPEC = { right: SETTINGS_RIGHTS.change, audit: [EVENT], tags: [SETTINGS_TAGS.all] } as const;

/** Changes of lists come one after the other. */
async function lockSettings(tx: Tx): Promise<void> {
  await tx.$executeRaw`SELECT 1 FROM office_settings WHERE id = 1 FOR UPDATE`;
}

async function roomProblem(tx: Tx): Promise<Refused | null> {
  await lockSettings(tx);
  const standing = await tx.funder.count({ where: { removedAt: null } });
  return standing >= MOST_FUNDERS
    ? refused('settings.refused.tooManyFunders', { max: MOST_FUNDERS })
    : null;
}

async function find(tx: Tx, id: string) {
  const funder = await tx.funder.findUnique({ where: { id }, select: { removedAt: true } });
  if (!funder) throw new AppError('NOT_FOUND');
  return funder;
}

/** Adds a funder with its logo, which is decoded and written anew before it is kept. */
export const addFunder = command(
  { ...SPEC, prepare: (_admin, { logo }: AddFunderInput) => keepLogo(logo) },
  async ({ tx, note, ready: logo }, { name, url }: AddFunderInput): Promise<Result<null>> => {
    if (logo === null) return refused('settings.refused.noPicture', {}, 'logo');
    const full = await roomProblem(tx);
    if (full) return full;
    const { _max } = await tx.funder.aggregate({ _max: { position: true } });
    const logoId = await claimFile(tx, logo);
    const position = (_max.position ?? 0) + 1;
    await tx.funder.create({ data: { name, url, logoId, position }, select: { id: true } });
    await note(EVENT, SUBJECT);
    return ok(null);
  },
);

/** Puts right how a funder is called and where it is found, and takes another logo where one was brought. */
export const changeFunder = command(
  {
    ...SPEC,
    prepare: async (_admin, { logo }: ChangeFunderInput) => ({
      isBrought: logo !== null,
      kept: logo === null ? null : await keepLogo(logo),
    }),
  },
  async ({ tx, note, ready }, { id, version, name, url }: ChangeFunderInput) => {
    if (ready.isBrought && ready.kept === null)
      return refused('settings.refused.noPicture', {}, 'logo');
    const { removedAt } = await find(tx, id);
    if (removedAt !== null) return refused('settings.refused.funderRemoved');
    const late = await takeVersion(tx.funder, id, version);
    if (late) return late;
    const logo = ready.kept === null ? {} : { logoId: await claimFile(tx, ready.kept) };
    await tx.funder.update({ where: { id }, data: { name, url, ...logo }, select: { id: true } });
    await note(EVENT, SUBJECT);
    return ok(null);
  },
);

/** Takes a funder off all pages; for a day it can come back. */
export const removeFunder = command(
  SPEC,
  async ({ tx, at, note, unchanged }, { id, version }: MoveFunderInput): Promise<Result<null>> => {
    const { removedAt } = await find(tx, id);
    if (removedAt !== null) {
      unchanged();
      return ok(null);
    }
    const late = await takeVersion(tx.funder, id, version);
    if (late) return late;
    await tx.funder.update({ where: { id }, data: { removedAt: at }, select: { id: true } });
    await note(EVENT, SUBJECT);
    return ok(null);
  },
);

/** One that was removed by mistake stands again where it stood, with its logo. */
export const restoreFunder = command(
  SPEC,
  async ({ tx, at, note, unchanged }, { id, version }: MoveFunderInput): Promise<Result<null>> => {
    const { removedAt } = await find(tx, id);
    if (removedAt === null) {
      unchanged();
      return ok(null);
    }
    if (removedAt <= backSince(at))
      return refused('settings.refused.removedLongAgo', { hours: BACK_HOURS });
    const full = await roomProblem(tx);
    if (full) return full;
    const late = await takeVersion(tx.funder, id, version);
    if (late) return late;
    await tx.funder.update({ where: { id }, data: { removedAt: null }, select: { id: true } });
    await note(EVENT, SUBJECT);
    return ok(null);
  },
);
