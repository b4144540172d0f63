import { randomUUID } from 'node:crypto';

/** @typedef {import('../tooling/seed/rows.mjs').Demo} Demo */

const CATEGORY_WORDS = {
  'wege-licht': ['Paths, steps and light', 'Wege und Licht'],
  'spiel-sport': ['Play and sport', 'Spielen und Sport'],
  aeltere: ['Older people', 'Ältere Menschen'],
  jugend: ['Young people', 'Jugendliche'],
  verkehr: ['Traffic and buses', 'Straße und Bus'],
  gruen: ['Green and order', 'Grün und Ordnung'],
  begegnung: ['Meeting each other', 'Menschen treffen'],
  sicherheit: ['Safety', 'Sicherheit'],
  wohnen: ['Housing', 'Wohnen'],
};

/** The office, its districts and subjects. @param {Demo} demo */
export async function fill(demo) {
  await demo.insert('office_settings', [office()]);
  return { districts: await fillDistricts(demo), categories: await fillCategories(demo) };
}

function office() {
  return {
    id: 1,
    office_name: 'Stadtteilbüro Keilbergring',
    forum_name: 'Stadtteilforum',
    town_name: 'Schneeberg',
    carrier_name: 'Träger der Stadtteilbetreuung (Vorführung)',
    carrier_address: 'Keilbergring 12, 08289 Schneeberg',
    represented_by: 'die Geschäftsführung des Trägers',
    street: 'Keilbergring 12',
    postal_code: '08289',
    phone: '030 23125-100',
    email: 'buero@office.example',
    opening_hours: JSON.stringify([
      { weekday: 1, from: '09:00', to: '12:00' },
      { weekday: 2, from: '09:00', to: '12:00' },
      { weekday: 4, from: '14:00', to: '17:00' },
    ]),
    reporting_name: 'Mängelmelder der Stadt',
    reporting_url: 'https://maengel.stadt.example',
    reporting_phone: '030 23125-115',
    privacy_contact: 'datenschutz@office.example',
    supervisory_body: 'Sächsische Datenschutz- und Transparenzbeauftragte',
    filled_as_demo: true,
    updated_at: new Date(),
  };
}

/** @param {Demo} demo */
async function fillDistricts({ content, insert }) {
  const ids = new Map();
  for (const [position, district] of content.districts.entries()) {
    const id = randomUUID();
    ids.set(district.id, id);
    await insert('districts', [
      {
        id,
        slug: district.slug,
        name: district.name,
        description: district.shortDescription,
        position,
      },
    ]);
    await insert(
      'places',
      district.places.map((name) => ({ district_id: id, name })),
    );
  }
  return ids;
}

/** Subjects as most quarters have them; a new office starts with the same. @param {Pick<Demo, 'content' | 'insert'>} demo */
export async function fillCategories({ content, insert }) {
  const ids = new Map();
  for (const [position, category] of content.categories.entries()) {
    const id = randomUUID();
    const words = /** @type {Record<string, string[]>} */ (CATEGORY_WORDS)[category.id] ?? ['', ''];
    ids.set(category.id, id);
    await insert('categories', [
      {
        id,
        slug: category.id,
        label: category.label,
        label_en: words[0],
        label_easy: words[1],
        position,
      },
    ]);
  }
  return ids;
}
