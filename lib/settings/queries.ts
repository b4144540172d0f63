import 'server-only';
import { reading } from '@/lib/accounts/command';
import type { Viewer } from '@/lib/accounts/types';
import { db } from '@/lib/core/db';
import { rememberUntilDropped, showsTags } from '@/lib/core/page-cache';
import { SETTINGS_RIGHTS } from './access';
import type { CategorySetting, DistrictSetting, Funder, Office, OpeningHours } from './types';

export const SETTINGS_TAG = 'settings';

const load = rememberUntilDropped([SETTINGS_TAG], async () => {
  const settings = await db.officeSettings.findUniqueOrThrow({ where: { id: 1 } });
  const districts = await db.district.findMany({
    where: { active: true },
    orderBy: { position: 'asc' },
    select: {
      id: true,
      slug: true,
      name: true,
      description: true,
      places: { select: { name: true }, orderBy: { name: 'asc' } },
    },
  });
  const categories = await db.category.findMany({
    where: { active: true },
    orderBy: { position: 'asc' },
  });
  return { settings, districts, categories };
});

/**
 * The office's settings, districts and categories in the viewer's language. Read once per process and
 * kept until changed, so it costs no statement and stays usable while the database is gone.
 */
export async function getOffice(viewer: Viewer): Promise<Office> {
  showsTags(SETTINGS_TAG);
  const { settings, districts, categories } = await load();
  return {
    ...settings,
    openingHours: settings.openingHours as unknown as OpeningHours[],
    funders: settings.funders as unknown as Funder[],
    districts: districts.map((district) => ({
      ...district,
      places: district.places.map((place) => place.name),
    })),
    categories: categories.map((category) => ({
      id: category.id,
      slug: category.slug,
      label: labelFor(category, viewer.locale),
    })),
  };
}

function labelFor(
  category: { label: string; labelEn: string; labelEasy: string },
  locale: string,
): string {
  if (locale === 'en') return category.labelEn || category.label;
  if (locale === 'de-LS') return category.labelEasy || category.label;
  return category.label;
}

/** All districts for the settings, also those no longer looked after. */
export const listDistrictSettings = reading(
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
export const listCategorySettings = reading(
  SETTINGS_RIGHTS.change,
  async (): Promise<CategorySetting[]> => {
    return db.category.findMany({ orderBy: [{ active: 'desc' }, { position: 'asc' }] });
  },
);
