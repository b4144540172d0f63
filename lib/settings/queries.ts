import 'server-only';
import { createHash } from 'node:crypto';
import { publicly, sameFor } from '@/lib/accounts/command';
import type { Viewer } from '@/lib/accounts/types';
import { db } from '@/lib/core/db';
import { readEnv } from '@/lib/core/env.mjs';
import { rememberUntilDropped, showsTags } from '@/lib/core/page-cache';
import { openStorage } from '@/lib/files/storage.mjs';
import { SETTINGS_RIGHTS } from './access';
import { settingsPaths } from './paths';
import { OWN_TEXTS, ownTextsFor } from './rules';
import { SETTINGS_TAGS } from './tags';
import type {
  CategorySetting,
  DistrictSetting,
  DistrictView,
  Funder,
  Office,
  OpeningHours,
  OwnTextSetting,
} from './types';

const load = rememberUntilDropped([SETTINGS_TAGS.all], async () => {
  const settings = await db.officeSettings.findUniqueOrThrow({ where: { id: 1 } });
  const districts = await db.district.findMany({
    orderBy: { position: 'asc' },
    select: {
      active: true,
      id: true,
      slug: true,
      name: true,
      description: true,
      places: { select: { name: true }, orderBy: { name: 'asc' } },
    },
  });
  const categories = await db.category.findMany({ orderBy: { position: 'asc' } });
  const stored = await db.funder.findMany({
    where: { removedAt: null },
    orderBy: { position: 'asc' },
    select: { id: true, name: true, url: true, logo: { select: { id: true, hash: true } } },
  });
  const ownTexts = await db.ownText.findMany();
  return { settings, districts, categories, ownTexts, ...picturesOf(stored) };
});

interface StoredFunder {
  id: string;
  name: string;
  url: string;
  logo: { id: string; hash: string } | null;
}

const nameOf = (hash: string) => `${hash.slice(0, 22)}.png`;

/** Pages name a picture by an address that changes with what is in it; the picture itself is sent once. */
function picturesOf(stored: StoredFunder[]): { funders: Funder[]; logos: Map<string, string> } {
  const logos = new Map<string, string>();
  const funders = stored.map(({ logo, ...funder }) => {
    if (!logo) return { ...funder, logo: '' };
    const name = nameOf(logo.hash);
    logos.set(name, logo.id);
    return { ...funder, logo: settingsPaths.picture(name) };
  });
  return { funders, logos };
}

/**
 * A funder's logo by its name in the address; `null` once no funder has it any more. There is no other way
 * to a file by an address: what somebody else names is read through whoever may read that.
 */
export const findLogo = publicly(async (name: string): Promise<Buffer | null> => {
  showsTags(SETTINGS_TAGS.all);
  const { logos } = await load();
  const key = logos.get(name);
  const picture = key ? await openStorage(readEnv()).read(key) : null;
  if (!picture) return null;
  // Browsers keep it for good, so it is what its address says, whoever wrote into the store.
  return nameOf(createHash('sha256').update(picture).digest('base64url')) === name ? picture : null;
});

/**
 * The office's settings, districts and categories in the viewer's language. Read once per process and
 * kept until changed, so it costs no statement and stays usable while the database is gone.
 */
export async function getOffice(viewer: Viewer): Promise<Office> {
  showsTags(SETTINGS_TAGS.all);
  const { settings, districts, categories, funders, ownTexts } = await load();
  const viewOfCategory = ({ id, slug, ...labels }: Loaded['categories'][number]) => ({
    ...{ id, slug },
    label: labelFor(labels, viewer.locale),
  });
  return {
    ...settings,
    openingHours: settings.openingHours as unknown as OpeningHours[],
    ownTexts: ownTextsFor(ownTexts, viewer.locale),
    funders,
    districts: districts.filter(({ active }) => active).map(viewOfDistrict),
    categories: categories.filter(({ active }) => active).map(viewOfCategory),
    everyDistrict: districts.map(viewOfDistrict),
    everyCategory: categories.map(viewOfCategory),
  };
}

type Loaded = Awaited<ReturnType<typeof load>>;

const viewOfDistrict = ({
  active: _active,
  places,
  ...district
}: Loaded['districts'][number]): DistrictView => ({
  ...district,
  places: places.map((place) => place.name),
});

function labelFor(
  category: { label: string; labelEn: string; labelEasy: string },
  locale: string,
): string {
  if (locale === 'en') return category.labelEn || category.label;
  if (locale === 'de-LS') return category.labelEasy || category.label;
  return category.label;
}

/** All districts for the settings, also those no longer looked after. */
export const listDistrictSettings = sameFor(
  SETTINGS_RIGHTS.change,
  async (): Promise<DistrictSetting[]> => {
    const rows = await db.district.findMany({
      orderBy: [{ active: 'desc' }, { position: 'asc' }],
      include: { places: { select: { name: true }, orderBy: { name: 'asc' } } },
    });
    return rows.map((row) => ({ ...row, places: row.places.map(({ name }) => name) }));
  },
);

/** All subjects for the settings. */
export const listCategorySettings = sameFor(
  SETTINGS_RIGHTS.change,
  async (): Promise<CategorySetting[]> => {
    return db.category.findMany({ orderBy: [{ active: 'desc' }, { position: 'asc' }] });
  },
);

/** Everything the carrier can say of itself, also what it has not said yet. */
export const listOwnTexts = sameFor(SETTINGS_RIGHTS.change, async (): Promise<OwnTextSetting[]> => {
  const rows = await db.ownText.findMany();
  const none = { version: 0, text: '', textEasy: '', textEn: '' };
  return OWN_TEXTS.map((key) => rows.find((row) => row.key === key) ?? { key, ...none });
});
