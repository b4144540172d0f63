import 'server-only';
import { publicly, reading, sameFor } from '@/lib/accounts/command';
import { dayOrNone } from '@/lib/core/day.mjs';
import { db } from '@/lib/core/db';
import { AppError } from '@/lib/core/errors';
import { showsTags } from '@/lib/core/page-cache';
import { isUuid } from '@/lib/core/uuid.mjs';
import type { Prisma } from '@/prisma/generated/client';
import { NETWORK_RIGHTS } from './access';
import { isListed, PUBLIC_PARTNER_STATES, topicsOf } from './rules';
import { NETWORK_TAGS } from './tags';
import type { Guide, OwnProfile, PartnerCase, PartnerRow, PartnerTalk } from './types';

const PROFILE = {
  id: true,
  slug: true,
  name: true,
  kind: true,
  roleInQuarter: true,
  responsibilities: true,
  offers: true,
  contactRole: true,
  email: true,
  phone: true,
  openingHours: true,
  accessibility: true,
  languages: true,
} as const satisfies Prisma.PartnerSelect;

const TALK = {
  ...{ id: true, kind: true, on: true, topic: true, nextStep: true },
} as const satisfies Prisma.PartnerContactSelect;

/** Who helps with what, for everybody; no person is named here. */
export const getGuide = publicly(async (): Promise<Guide> => {
  showsTags(NETWORK_TAGS.partners);
  const partners = await db.partner.findMany({
    where: { state: { in: [...PUBLIC_PARTNER_STATES] } },
    orderBy: { name: 'asc' },
    select: PROFILE,
  });
  return { topics: topicsOf(partners), partners };
});

/** Every partner by name; those nobody has talked to for longest are found by their date. */
export const listPartners = sameFor(NETWORK_RIGHTS.keep, async (): Promise<PartnerRow[]> => {
  const rows = await db.partner.findMany({
    orderBy: { name: 'asc' },
    select: { id: true, name: true, kind: true, state: true, lastContactOn: true },
  });
  return rows.map((row) => ({ ...row, lastContactOn: dayOrNone(row.lastContactOn) }));
});

/** One partner with the contact person and the notes of talks. */
export const getPartnerCase = sameFor(
  NETWORK_RIGHTS.keep,
  async (id: string): Promise<PartnerCase> => {
    if (!isUuid(id)) throw new AppError('NOT_FOUND');
    const row = await db.partner.findUnique({
      where: { id },
      select: {
        ...PROFILE,
        contactPerson: true,
        agreedResponseDays: true,
        state: true,
        stateSince: true,
        lastContactOn: true,
        version: true,
        contacts: {
          select: TALK,
          orderBy: [{ on: 'desc' }, { id: 'desc' }],
          take: 50,
        },
      },
    });
    if (!row) throw new AppError('NOT_FOUND');
    return {
      ...row,
      lastContactOn: dayOrNone(row.lastContactOn),
      contacts: row.contacts.map((contact) => ({ ...contact, on: dayOrNone(contact.on) ?? '' })),
    };
  },
);

/** One talk of a partner, to put it right. */
export const getPartnerTalk = sameFor(
  NETWORK_RIGHTS.keep,
  async (partnerId: string, id: string): Promise<PartnerTalk> => {
    if (!isUuid(partnerId) || !isUuid(id)) throw new AppError('NOT_FOUND');
    const row = await db.partnerContact.findFirst({
      where: { id, partnerId },
      select: { ...TALK, partner: { select: { name: true, version: true } } },
    });
    if (!row) throw new AppError('NOT_FOUND');
    const { partner, on, ...contact } = row;
    return { ...partner, contact: { ...contact, on: dayOrNone(on) ?? '' } };
  },
);

/** What a partner may change about itself, or could until the partnership ended. */
export const getOwnProfile = reading(
  NETWORK_RIGHTS.ownProfile,
  async (actor): Promise<OwnProfile> => {
    const row = await db.partner.findFirst({
      where: { id: actor.partnerId },
      select: { ...PROFILE, version: true, state: true },
    });
    if (!row) throw new AppError('NOT_FOUND');
    const { state, ...profile } = row;
    return { ...profile, isListed: isListed(state), isOver: state === 'ENDED' };
  },
);
