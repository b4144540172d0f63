import { randomUUID } from 'node:crypto';

/** @typedef {import('../tooling/seed/rows.mjs').Demo} Demo */

const DEMO_PARTNER = 'pa-08';

/** Partners, and one who signs in. @param {Demo} demo */
export async function fill(demo) {
  const partners = await fillPartners(demo);
  await fillAccount(demo, partners);
  const partnerNames = new Map(
    demo.content.partners.map(({ id, name }) => [name, partners.get(id)]),
  );
  return { partners, partnerNames };
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
 * @param {Map<string, string>} partners
 */
async function fillAccount({ insert }, partners) {
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
}
