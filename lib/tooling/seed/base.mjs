import { randomUUID } from 'node:crypto';

/**
 * The office, its districts and subjects, partners and people of the demo.
 * @typedef {import('./rows.mjs').Demo} Demo
 * @typedef {import('./rows.mjs').Ids} Ids
 */

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

/** One-click accounts of the demo; `resident` is a real neighbour of the content. */
const DEMO_STAFF = [
  {
    key: 'coordinator',
    name: 'Stadtteilkoordination',
    email: 'koordination@demo.example',
    roles: ['COORDINATOR'],
  },
  {
    key: 'counsellor',
    name: 'Allgemeine Sozialberatung',
    email: 'beratung@demo.example',
    roles: ['COUNSELLOR'],
  },
  {
    key: 'both',
    name: 'Büro mit einer Person',
    email: 'allein@demo.example',
    roles: ['COORDINATOR', 'COUNSELLOR'],
  },
  {
    key: 'representative',
    name: 'Renate Vogel',
    email: 'sprecherrat@demo.example',
    roles: ['REPRESENTATIVE'],
  },
  {
    key: 'funder',
    name: 'Fördermittelgeber',
    email: 'foerderung@demo.example',
    roles: ['FUNDER'],
  },
  {
    key: 'admin',
    name: 'Verwaltung',
    email: 'verwaltung@demo.example',
    roles: ['ADMIN', 'COORDINATOR'],
  },
];
const DEMO_RESIDENT = 'r-02';
const DEMO_PARTNER = 'pa-08';
const NAMELESS_VOTERS = 23;

/**
 * @param {Demo} demo
 * @returns {Promise<Ids>}
 */
export async function fillBase(demo) {
  await demo.insert('office_settings', [office()]);
  const districts = await fillDistricts(demo);
  const categories = await fillCategories(demo);
  const partners = await fillPartners(demo);
  const users = await fillPeople(demo, districts, partners);
  const voters = await fillVoters(demo, districts);
  const partnerNames = new Map(demo.content.partners.map((p) => [p.name, partners.get(p.id)]));
  return { districts, categories, partners, partnerNames, users, voters };
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

/** @param {Demo} demo */
async function fillPartners({ content, insert, shift }) {
  const ids = new Map();
  for (const partner of content.partners) {
    const id = randomUUID();
    ids.set(partner.id, id);
    await insert('partners', [
      {
        id,
        slug: partner.id,
        name: partner.name,
        kind: partner.type.toUpperCase(),
        role_in_quarter: partner.roleInQuarter ?? '',
        responsibilities: partner.responsibilities ?? [],
        contact_role: partner.contactRole ?? '',
        email: partner.email ?? '',
        phone: partner.phone ?? '',
        agreed_response_days: partner.agreedResponseDays ?? null,
        state_since: shift.at('2025-03-03'),
        last_contact_on: shift.day('2026-11-05'),
      },
    ]);
    if (partner.collaboration) {
      const on = shift.day('2026-11-05');
      await insert('partner_contacts', [
        { partner_id: id, kind: 'MEETING', on, topic: partner.collaboration },
      ]);
    }
  }
  return ids;
}

/**
 * @param {Demo} demo
 * @param {Map<string, string>} districts
 * @param {Map<string, string>} partners
 */
async function fillPeople({ content, insert }, districts, partners) {
  const ids = new Map();
  for (const resident of content.demoResidents) {
    const id = randomUUID();
    ids.set(resident.id, id);
    await insert('users', [
      {
        id,
        email: emailOf(resident),
        display_name: resident.displayName,
        district_id: districts.get(resident.districtId),
      },
    ]);
  }
  for (const person of DEMO_STAFF) {
    const id = randomUUID();
    ids.set(person.key, id);
    await insert('users', [{ id, email: person.email, display_name: person.name }]);
    await insert(
      'role_grants',
      person.roles.map((role) => ({ user_id: id, role })),
    );
  }
  const partner = randomUUID();
  await insert('users', [
    {
      id: partner,
      email: 'partner@demo.example',
      display_name: 'Volkssolidarität',
      partner_id: partners.get(DEMO_PARTNER),
    },
  ]);
  await insert('role_grants', [{ user_id: partner, role: 'PARTNER' }]);
  return ids.set('partner', partner);
}

/**
 * Neighbours who voted with an access card: no name, no mail.
 * @param {Demo} demo
 * @param {Map<string, string>} districts
 */
async function fillVoters({ insert }, districts) {
  const voters = Array.from({ length: NAMELESS_VOTERS }, () => randomUUID());
  await insert(
    'users',
    voters.map((id) => ({ id, district_id: districts.get('d-grh') })),
  );
  return voters;
}

/** @param {import('./content.js').DemoResident} resident */
function emailOf({ id, hasEmail }) {
  if (id === DEMO_RESIDENT) return 'bewohnerin@demo.example';
  return hasEmail ? `${id}@person.example` : null;
}
