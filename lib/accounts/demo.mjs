import { randomUUID } from 'node:crypto';

/** @typedef {import('../tooling/seed/rows.mjs').Demo} Demo */

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
    // The Forum has elected her out of its members.
    forumRight: true,
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
const NAMELESS_VOTERS = 23;
const FIRST_DAY = '2026-01-12';

export const after = ['settings'];

/** Residents, those who work here, and who voted without a name. @param {Demo} demo */
export async function fill(demo) {
  return { users: await fillPeople(demo), voters: await fillVoters(demo) };
}

/**
 * @param {Demo} demo
 */
async function fillPeople({ content, insert, idOf, shift }) {
  const ids = new Map();
  for (const resident of content.demoResidents) {
    const id = randomUUID();
    ids.set(resident.id, id);
    await insert('users', [
      {
        id,
        email: emailOf(resident),
        display_name: resident.displayName,
        district_id: idOf('districts', resident.districtId),
      },
    ]);
  }
  for (const person of DEMO_STAFF) {
    const id = randomUUID();
    ids.set(person.key, id);
    await insert('users', [
      {
        ...{ id, email: person.email, display_name: person.name },
        forum_right: person.forumRight ?? false,
        // At work before the first proposal: the quarters since are closed like anywhere else.
        created_at: shift.at(FIRST_DAY),
      },
    ]);
    await insert(
      'role_grants',
      person.roles.map((role) => ({ user_id: id, role })),
    );
  }
  return ids;
}

/**
 * Neighbours who voted with an access card: no name, no mail.
 * @param {Demo} demo
 */
async function fillVoters({ insert, idOf }) {
  const voters = Array.from({ length: NAMELESS_VOTERS }, () => randomUUID());
  await insert(
    'users',
    voters.map((id) => ({ id, district_id: idOf('districts', 'd-grh') })),
  );
  return new Map(voters.map((id) => [id, id]));
}

/** @param {import('../tooling/seed/content.js').DemoResident} resident */
function emailOf({ id, hasEmail }) {
  if (id === DEMO_RESIDENT) return 'bewohnerin@demo.example';
  return hasEmail ? `${id}@person.example` : null;
}
