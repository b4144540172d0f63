import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { system } from '@/lib/accounts/actor';
import type { Actor } from '@/lib/accounts/types';
import { setClock } from '@/lib/core/clock';
import { db } from '@/lib/core/db';
import { testDatabase } from '@/lib/testing/database';
import { makeHandedIn } from '@/lib/testing/every-record';
import {
  makeActor,
  makeDistrict,
  makeGuest,
  makeOffice,
  makePartner,
} from '@/lib/testing/factories';
import { mailsAsSent } from '@/lib/testing/mails';
import { withoutVersions } from '@/lib/testing/without-guards';
import {
  addPartner,
  changeOwnProfile,
  changePartner,
  movePartner,
  restQuietPartners,
} from './commands';
import { getGuide, getOwnProfile, getPartnerCase, listPartners } from './queries';
import { addPartnerSchema, changeOwnProfileSchema } from './schema';
import { noteContact } from './talks/commands';

testDatabase();

let staff: Actor;
let counter = 0;

beforeAll(async () => {
  await makeOffice();
  staff = await makeActor({ roles: ['COORDINATOR'] });
});

afterEach(() => setClock(null));

const profile = {
  roleInQuarter: 'Repariert Fahrräder mit Nachbarn.',
  responsibilities: 'Fahrrad\nWerkzeug',
  offers: '',
  contactRole: 'Werkstatt',
  email: '',
  phone: '030 23125-140',
  openingHours: 'Di 15 bis 18 Uhr',
  accessibility: 'stufenlos',
  languages: '',
};

const fields = (changes: Partial<typeof profile & { name: string }> = {}) => {
  counter += 1;
  return addPartnerSchema.parse({
    ...profile,
    ...{ name: `Radverein ${counter}`, kind: 'ASSOCIATION', agreedResponseDays: '' },
    contactPerson: 'Frau Lindner, Durchwahl 12',
    ...changes,
  });
};

async function added(changes: Parameters<typeof fields>[0] = {}) {
  const input = fields(changes);
  const result = await addPartner(staff, input);
  if (!result.ok) throw new Error(result.code);
  return { id: result.value.id, input };
}

async function move(id: string, ...states: ('CONTACTED' | 'ACTIVE' | 'DORMANT' | 'ENDED')[]) {
  for (const to of states) {
    const { version } = await getPartnerCase(staff, id);
    expect((await movePartner(staff, { id, version, to })).ok).toBe(true);
  }
}

const isListed = async (id: string) =>
  (await getGuide()).partners.some((partner) => partner.id === id);

describe('a partner', () => {
  it('begins as a suggestion and is public once it is active', async () => {
    const { id } = await added();
    expect((await getPartnerCase(staff, id)).state).toBe('SUGGESTED');
    expect(await isListed(id)).toBe(false);
    await move(id, 'CONTACTED', 'ACTIVE');
    expect(await isListed(id)).toBe(true);
    const guide = await getGuide();
    expect(JSON.stringify(guide)).not.toContain('Lindner');
    expect(guide.topics.map(({ topic }) => topic)).toEqual(
      expect.arrayContaining(['Fahrrad', 'Werkzeug']),
    );
  });

  it('is forgotten as a person when it ends, and may come back', async () => {
    const { id } = await added();
    await move(id, 'CONTACTED', 'ENDED');
    expect((await getPartnerCase(staff, id)).contactPerson).toBe('');
    expect(await isListed(id)).toBe(false);
    await move(id, 'CONTACTED');
    const audit = await db.auditEntry.findMany({
      where: { subjectId: id },
      orderBy: { id: 'asc' },
    });
    expect(audit.map(({ action }) => action)).toEqual([
      'partner.added',
      'partner.contacted',
      'partner.ended',
      'partner.contacted',
    ]);
  });

  it('has one name and an address of its own', async () => {
    const first = await added({ name: 'Café Mittendrin' });
    const twin = await addPartner(staff, fields({ name: 'café mittendrin' }));
    expect(twin).toMatchObject({ ok: false, field: 'name' });
    const other = await added({ name: 'Café – Mittendrin' });
    const slugs = await Promise.all([first, other].map(({ id }) => getPartnerCase(staff, id)));
    expect(slugs.map(({ slug }) => slug)).toEqual(['cafe-mittendrin', 'cafe-mittendrin-2']);
  });

  const changedTwice = async () => {
    const { id, input } = await added();
    const change = (offers: string[]) => changePartner(staff, { ...input, id, version: 0, offers });
    return Promise.all([change(['Raum']), change(['Werkzeug'])]);
  };

  it('is changed by one of two who do so at the same moment', async () => {
    const both = await changedTwice();
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(both.find(({ ok }) => !ok)).toMatchObject({ code: 'form.refused.changedMeanwhile' });
  });

  it('would lose one of two changes without its version (red twin)', async () => {
    const both = await withoutVersions(changedTwice);
    expect(both.filter(({ ok }) => ok)).toHaveLength(2);
  });
});

describe('twelve months without a talk', () => {
  it('put an active partner to sleep, a talk wakes it', async () => {
    setClock(new Date('2026-11-22T10:00:00Z'));
    const { id } = await added();
    await move(id, 'CONTACTED', 'ACTIVE');
    const talk = { id, way: 'CALL' as const, topic: 'Werkstatt im Hof', nextStep: '' };
    await noteContact(staff, { ...talk, on: '2026-11-20' });
    setClock(new Date('2027-11-22T10:00:00Z'));
    await restQuietPartners(system);
    expect((await getPartnerCase(staff, id)).state).toBe('ACTIVE');
    setClock(new Date('2027-11-23T10:00:00Z'));
    expect(await restQuietPartners(system)).toBeGreaterThan(0);
    expect(await restQuietPartners(system)).toBe(0);
    const asleep = await getPartnerCase(staff, id);
    expect(asleep.state).toBe('DORMANT');
    expect(await isListed(id)).toBe(true);
    await noteContact(staff, { ...talk, on: '2025-01-01' });
    expect((await getPartnerCase(staff, id)).state).toBe('DORMANT');
    await noteContact(staff, { ...talk, on: '2027-11-21' });
    expect(await getPartnerCase(staff, id)).toMatchObject({
      state: 'ACTIVE',
      lastContactOn: '2027-11-21',
    });
    const tomorrow = await noteContact(staff, { ...talk, on: '2027-11-24' });
    expect(tomorrow).toMatchObject({ ok: false, field: 'on' });
  });
});

it('whoever acts for a partner hears that it ends and that it goes on, by mail or by a call', async () => {
  const { id, input } = await added();
  await move(id, 'CONTACTED', 'ACTIVE');
  const writes = await makeActor({ roles: ['PARTNER'], partnerId: id });
  const phones = await makeActor({ roles: ['PARTNER'], partnerId: id, email: null });
  const told = async () => ({
    mails: (await mailsAsSent({ recipient: writes.email ?? '' })).map(({ subject }) => subject),
    calls: (await db.callListItem.findMany({ where: { accountId: phones.id } })).map(
      ({ subject }) => subject,
    ),
  });
  const none = await told();
  expect(none).toEqual({ mails: [], calls: [] });
  await move(id, 'ENDED');
  const ended = `Die Partnerschaft ist beendet: ${input.name}`;
  expect(await told()).toEqual({ mails: [ended], calls: [ended] });
  await move(id, 'CONTACTED');
  const takenUp = `Die Partnerschaft geht weiter: ${input.name}`;
  expect(await told()).toEqual({ mails: [ended, takenUp], calls: [takenUp] });
});

describe('what keeps a partner awake for twelve months', () => {
  it.each([
    ['a question that reached them', 'sent', 'ACTIVE'],
    ['an answer of theirs', 'answered', 'ACTIVE'],
    ['a question that never left', 'waits', 'DORMANT'],
    ['nothing', 'none', 'DORMANT'],
    ['being made active again by hand', 'byHand', 'ACTIVE'],
  ] as const)('%s', async (_name, what, state) => {
    setClock(new Date('2026-11-22T10:00:00Z'));
    const { id } = await added();
    await move(id, 'CONTACTED', 'ACTIVE');
    const at = new Date('2027-06-01T10:00:00Z');
    const { id: proposalId } = await makeHandedIn({ districtId: (await makeDistrict()).id, at });
    const asked = { proposalId, partnerId: id };
    if (what === 'sent' || what === 'waits') {
      const sent = what === 'sent' ? { sentAt: at, sentHow: 'LETTER' as const } : {};
      await db.handover.create({ data: { ...asked, question: 'Geht das?', ...sent } });
    }
    if (what === 'answered')
      await db.statement.create({
        data: { ...asked, result: 'feasible', text: 'Ja', receivedAt: at },
      });
    setClock(new Date('2027-12-01T10:00:00Z'));
    if (what === 'byHand') await move(id, 'DORMANT', 'ACTIVE');
    setClock(new Date('2027-12-02T10:00:00Z'));
    await restQuietPartners(system);
    expect((await getPartnerCase(staff, id)).state).toBe(state);
  });
});

describe('a partner about itself', () => {
  it('changes its public entry and nothing else', async () => {
    const mine = await makePartner({ name: 'Stadtwerke' });
    const other = await makePartner({ name: 'Sportverein' });
    const me = await makeActor({ roles: ['PARTNER'], partnerId: mine.id });
    const typed = { ...profile, version: '0', id: other.id, name: 'Gekapert', kind: 'POLICE' };
    const input = changeOwnProfileSchema.parse({ ...typed, contactPerson: 'Jemand' });
    expect((await changeOwnProfile(me, input)).ok).toBe(true);
    expect(await getOwnProfile(me)).toMatchObject({ name: 'Stadtwerke', version: 1 });
    const rows = await db.partner.findMany({ where: { id: { in: [mine.id, other.id] } } });
    expect(rows.map(({ contactPerson }) => contactPerson)).toEqual(['', '']);
    expect((await getPartnerCase(staff, other.id)).roleInQuarter).toBe('');
    expect((await changeOwnProfile(me, input)).ok).toBe(false);
  });

  it('and knows whether it stands in the directory', async () => {
    for (const [state, isListed] of [
      ['SUGGESTED', false],
      ['CONTACTED', false],
      ['ACTIVE', true],
      ['DORMANT', true],
    ] as const) {
      const { id, slug } = await makePartner({ name: `Verein ${state}` });
      await db.partner.update({ where: { id }, data: { state } });
      const me = await makeActor({ roles: ['PARTNER'], partnerId: id });
      expect((await getOwnProfile(me)).isListed).toBe(isListed);
      const listed = JSON.stringify(await getGuide()).includes(slug);
      expect(listed).toBe(isListed);
    }
  });

  it('no longer when the right was taken, although it is known for whom they acted', async () => {
    const { id } = await makePartner({ name: 'Kulturhaus' });
    const input = changeOwnProfileSchema.parse({ ...profile, version: '0' });
    for (const me of [
      await makeActor({ partnerId: id }),
      await makeActor({ roles: ['FUNDER'], partnerId: id }),
    ]) {
      await expect(changeOwnProfile(me, input)).rejects.toThrow('NOT_FOUND');
      await expect(getOwnProfile(me)).rejects.toThrow('NOT_FOUND');
    }
  });

  it('of many at the same moment one is written, the others learn that somebody was faster', async () => {
    const { id } = await makePartner({ name: 'Bibliothek' });
    const me = await makeActor({ roles: ['PARTNER'], partnerId: id });
    const input = changeOwnProfileSchema.parse({ ...profile, version: '0' });
    const results = await Promise.all(Array.from({ length: 6 }, () => changeOwnProfile(me, input)));
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    const { version } = await db.partner.findUniqueOrThrow({ where: { id } });
    expect(version).toBe(1);
  });

  it('has at most twenty words to be found by', () => {
    const parsed = (count: number) => {
      const words = Array.from({ length: count }, (_, index) => `Wort ${index}`).join('\n');
      return changeOwnProfileSchema.safeParse({ ...profile, offers: words, version: '0' }).success;
    };
    expect([parsed(20), parsed(21)]).toEqual([true, false]);
  });

  it('no longer when the partnership has ended', async () => {
    const { id } = await makePartner({ name: 'Alte Post' });
    const me = await makeActor({ roles: ['PARTNER'], partnerId: id });
    await db.partner.update({ where: { id }, data: { state: 'ENDED' } });
    const input = changeOwnProfileSchema.parse({ ...profile, version: '0' });
    // Told in the form that was open, with all that was typed, and on the page anew.
    const over = { ok: false, code: 'network.refused.over', pageAnew: true };
    expect(await changeOwnProfile(me, input)).toMatchObject(over);
    expect(await getOwnProfile(me)).toMatchObject({ isOver: true, isListed: false, version: 0 });
  });
});

describe('the address book', () => {
  it('has a name of its own, however it is written', async () => {
    await added({ name: 'Verein Grüne Straße' });
    const again = await addPartner(staff, fields({ name: 'VEREIN GRUENE STRASSE' }));
    expect(again).toMatchObject({ ok: false, field: 'name' });
    expect((await addPartner(staff, fields({ name: 'Verein Gr_ne Straße' }))).ok).toBe(true);
  });

  it('is the office’s business', async () => {
    const { id, input } = await added();
    for (const who of [await makeActor(), await makeActor({ roles: ['COUNSELLOR'] })]) {
      await expect(listPartners(who)).rejects.toThrow('NOT_FOUND');
      await expect(getPartnerCase(who, id)).rejects.toThrow('NOT_FOUND');
      await expect(addPartner(who, fields())).rejects.toThrow('NOT_FOUND');
      await expect(changePartner(who, { ...input, id, version: 0 })).rejects.toThrow('NOT_FOUND');
      await expect(movePartner(who, { id, version: 0, to: 'ENDED' })).rejects.toThrow('NOT_FOUND');
    }
    await expect(addPartner(makeGuest(), fields())).rejects.toThrow('SIGN_IN_REQUIRED');
  });
});
