import 'server-only';
import { command } from '@/lib/accounts/command';
import type { Tx } from '@/lib/core/db';
import { AppError } from '@/lib/core/errors';
import { slugOf } from '@/lib/core/folded';
import { ok, type Result, refused } from '@/lib/core/result';
import { takeVersion } from '@/lib/core/version';
import { SETTINGS_RIGHTS } from './access';
import { SETTINGS_TAGS } from './tags';
import type { OfficeChanges, OpeningHours, OwnTextSetting } from './types';

const SUBJECT = 'office';

const PARTS = ['office', 'reporting', 'promises', 'legal'] as const;

const { change } = SETTINGS_RIGHTS;
/** Every page shows something of the settings, so all are made anew. */
const TAGS = [SETTINGS_TAGS.all];

/** Changes the columns that were sent; of two people who saw the same settings the second is told. */
export const saveOffice = command(
  { right: change, audit: PARTS.map((part) => `settings.changed.${part}` as const), tags: TAGS },
  async ({ tx, note }, { part, version, changes }: OfficePart): Promise<Result<null>> => {
    const late = await takeVersion(tx.officeSettings, 1, version);
    if (late) return late;
    await tx.officeSettings.update({ where: { id: 1 }, data: changes, select: { id: true } });
    await note(`settings.changed.${part}`, SUBJECT);
    return ok(null);
  },
);

interface OfficePart {
  part: (typeof PARTS)[number];
  version: number;
  changes: OfficeChanges;
}

interface WeekInput {
  version: number;
  hours: OpeningHours[];
}

/** Replaces the opening hours of the week. */
export const saveOpeningHours = command(
  { right: change, audit: ['settings.changed.hours'], tags: TAGS },
  async ({ tx, note }, { version, hours }: WeekInput): Promise<Result<null>> => {
    const late = await takeVersion(tx.officeSettings, 1, version);
    if (late) return late;
    const openingHours = hours.map((span) => ({ ...span }));
    await tx.officeSettings.update({
      where: { id: 1 },
      data: { openingHours },
      select: { id: true },
    });
    await note('settings.changed.hours', SUBJECT);
    return ok(null);
  },
);

interface DistrictInput {
  id: string;
  version: number;
  name: string;
  description: string;
  places: string[];
  position: number;
  active: boolean;
}

/** Adds or changes a district; its address stays as it was made, so that links and posters keep working. */
export const saveDistrict = command(
  { right: change, audit: ['settings.changed.district'], tags: TAGS },
  async ({ tx, note }, input: DistrictInput): Promise<Result<null>> => {
    const { id, version, places, ...data } = input;
    await lockSettings(tx);
    if (!data.active && (await otherActiveDistricts(tx, id)) === 0) {
      return refused('settings.refused.lastDistrict', {}, 'active');
    }
    const districtId = id === '' ? await addDistrict(tx, data) : id;
    const found = await tx.district.updateMany({ where: { id: districtId }, data });
    if (found.count === 0) throw new AppError('NOT_FOUND');
    const late = id === '' ? null : await takeVersion(tx.district, id, version);
    if (late) return late;
    await tx.place.deleteMany({ where: { districtId, name: { notIn: places } } });
    await tx.place.createMany({
      data: places.map((name) => ({ districtId, name: name.slice(0, 100) })),
      skipDuplicates: true,
    });
    await note('settings.changed.district', districtId);
    return ok(null);
  },
);

async function addDistrict(tx: Tx, data: { name: string }): Promise<string> {
  const taken = await tx.district.findMany({ select: { slug: true } });
  const slug = freeSlug(
    data.name,
    taken.map((row) => row.slug),
  );
  const row = await tx.district.create({ data: { slug, name: data.name }, select: { id: true } });
  return row.id;
}

function freeSlug(name: string, taken: string[]): string {
  const base = slugOf(name) || 'neu';
  for (let number = 1; ; number += 1) {
    const slug = number === 1 ? base : `${base}-${number}`;
    if (!taken.includes(slug)) return slug;
  }
}

async function otherActiveDistricts(tx: Tx, id: string): Promise<number> {
  return tx.district.count({ where: { active: true, ...(id === '' ? {} : { id: { not: id } }) } });
}

/** Changes of lists come one after the other. */
async function lockSettings(tx: Tx): Promise<void> {
  await tx.$executeRaw`SELECT 1 FROM office_settings WHERE id = 1 FOR UPDATE`;
}

interface CategoryInput {
  id: string;
  version: number;
  label: string;
  labelEn: string;
  labelEasy: string;
  position: number;
  active: boolean;
}

/** Adds or changes a subject under which proposals are sorted. */
export const saveCategory = command(
  { right: change, audit: ['settings.changed.category'], tags: TAGS },
  async ({ tx, note }, input: CategoryInput): Promise<Result<null>> => {
    const { id, version, ...data } = input;
    await lockSettings(tx);
    const categoryId = id === '' ? await addCategory(tx, data) : id;
    const found = await tx.category.updateMany({ where: { id: categoryId }, data });
    if (found.count === 0) throw new AppError('NOT_FOUND');
    const late = id === '' ? null : await takeVersion(tx.category, id, version);
    if (late) return late;
    await note('settings.changed.category', categoryId);
    return ok(null);
  },
);

async function addCategory(tx: Tx, data: { label: string }): Promise<string> {
  const taken = await tx.category.findMany({ select: { slug: true } });
  const slug = freeSlug(
    data.label,
    taken.map((row) => row.slug),
  );
  const row = await tx.category.create({ data: { slug, label: data.label }, select: { id: true } });
  return row.id;
}

/** What the carrier says of itself; emptied, no page says it any more. */
export const saveOwnText = command(
  { right: change, audit: ['settings.changed.ownWords'], tags: TAGS },
  async ({ tx, note }, { key, version, ...data }: OwnTextSetting): Promise<Result<null>> => {
    await tx.ownText.createMany({ data: [{ key }], skipDuplicates: true });
    const where = { key };
    const { id } = await tx.ownText.findUniqueOrThrow({ where, select: { id: true } });
    const late = await takeVersion(tx.ownText, id, version);
    if (late) return late;
    await tx.ownText.update({ where, data, select: { id: true } });
    await note('settings.changed.ownWords', SUBJECT);
    return ok(null);
  },
);
