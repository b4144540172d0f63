import { randomUUID } from 'node:crypto';
import { beforeAll, beforeEach, expect, it } from 'vitest';
import type { Actor } from '@/lib/accounts/types';
import { setClock } from '@/lib/core/clock';
import { DAY_MS } from '@/lib/core/day.mjs';
import { db } from '@/lib/core/db';
import { refused } from '@/lib/core/result';
import { codeOfForm, hashesOf, hashesOfForm } from '@/lib/core/tokens';
import { sweepHourly } from '@/lib/privacy/jobs';
import { enterIdeaCard } from '@/lib/proposals/intake/commands';
import { TITLE_MAX } from '@/lib/proposals/intake/rules';
import { ideaCardSchema } from '@/lib/proposals/intake/schema';
import { PROPOSAL_KEYS } from '@/lib/proposals/rules';
import { testDatabase } from '@/lib/testing/database';
import { makeActor, makeDistrict, makeGuest, makeOffice } from '@/lib/testing/factories';
import { deleteContact, recordContacts } from '../contacts/commands';
import { cardOf } from '../contacts/rules';
import { contactInput } from '../samples';
import { proposeSent } from './commands';

testDatabase();

let office: Actor;
let districtId = '';

beforeAll(async () => {
  setClock(new Date('2026-10-14T12:00:00+02:00'));
  await makeOffice();
  districtId = (await makeDistrict()).id;
  office = await makeActor({ roles: ['COORDINATOR'] });
});

beforeEach(async () => {
  await db.outreachContact.deleteMany();
});

const NOTE = 'Am Hang fehlt eine Bank. Oben auch.';
const SAID = { day: '2026-10-13', note: NOTE, asProposal: true };
const contact = (changes: Record<string, unknown> = {}) =>
  contactInput(districtId, { ...SAID, claim: randomUUID(), ...changes });

const entering: Parameters<typeof proposeSent>[2] = async (sent, codeFor) =>
  enterIdeaCard(office, ideaCardSchema.parse(cardOf(sent, TITLE_MAX)), { locale: 'de', codeFor });

/** As the route does it. */
async function send(contacts: unknown[], enter = entering, who = office) {
  const proposed = await proposeSent(who, { contacts }, enter);
  const result = await recordContacts(who, { contacts }, proposed);
  if (!result.ok) throw new Error(result.code);
  return result.value.map(({ answer }) => answer);
}

it('a note becomes one proposal without a name, from two devices and however often it is sent', async () => {
  const before = await db.proposal.count();
  const one = contact();
  const other = await makeActor({ roles: ['ADMIN'] });
  const answers = await Promise.all([send([one, one]), send([one], entering, other)]);
  expect(answers.flat().toSorted()).toEqual(['alreadyThere', 'alreadyThere', 'stored']);
  expect(await send([one])).toEqual(['alreadyThere']);
  expect(await db.proposal.count()).toBe(before + 1);
  const [made] = await db.proposal.findMany({ orderBy: { number: 'desc' }, take: 1 });
  expect(made).toMatchObject({
    ...{ title: 'Am Hang fehlt eine Bank', body: 'Oben auch.', districtId, place: 'Bolzplatz' },
    ...{ nameChoice: 'NEIGHBOUR', name: '', authorId: null, onBehalf: true },
    intakeChannel: 'OUTREACH',
  });
  expect(await db.outreachContact.findMany()).toMatchObject([
    { id: one.id, note: '', outcomes: ['PROPOSAL_CREATED'], contacts: 3 },
  ]);
});

it('whatever goes wrong after the proposal is there makes no second one', async () => {
  const before = await db.proposal.count();
  const one = contact();
  await proposeSent(office, { contacts: [one] }, entering);
  expect(await db.outreachContact.count()).toBe(0);
  expect(await send([one])).toEqual(['stored']);
  // Later the answers of forms are forgotten, but the contact is there.
  await db.formSubmission.deleteMany();
  expect(await send([one])).toEqual(['alreadyThere']);
  await deleteContact(office, { id: one.id, version: 0 });
  expect(await send([one])).toEqual(['alreadyThere']);
  expect(await db.proposal.count()).toBe(before + 1);
});

it('nothing that is kept leads from a contact to its proposal', async () => {
  await db.formSubmission.deleteMany();
  const claim = randomUUID();
  const one = contact({ claim });
  expect(await send([one])).toEqual(['stored']);
  const { purpose, characters } = PROPOSAL_KEYS.code;
  const kept = JSON.stringify([
    ...(await db.outreachContact.findMany()),
    ...(await db.proposal.findMany()),
    ...(await db.formSubmission.findMany()),
  ]);
  // All that the contact has, as whoever has the secret would try it.
  for (const known of [one.id, `contact.${one.id}`, `proposal.${one.id}.${NOTE}`]) {
    const code = codeOfForm(purpose, known, characters);
    const hashes = [...hashesOf(purpose, code), ...hashesOfForm(known)];
    expect(hashes.filter((hash) => kept.includes(hash))).toEqual([]);
  }
  expect(kept).not.toContain(claim);
  // Nor does the device's word give the code, which is nobody's.
  const code = codeOfForm(purpose, `proposal.${claim}.${NOTE}`, characters);
  expect(kept).not.toContain(hashesOf(purpose, code)[0]);
});

it('a note whose contact was lost is one proposal for as long as a device may send it', async () => {
  const before = await db.proposal.count();
  const start = new Date('2026-10-14T00:30:00+02:00');
  const one = contact({ day: '2026-10-14' });
  const later = async (days: number) => {
    setClock(new Date(start.getTime() + days * DAY_MS));
    await sweepHourly();
    return makeActor({ roles: ['COORDINATOR'] });
  };
  await proposeSent(await later(0), { contacts: [one] }, entering);
  expect(await db.outreachContact.count()).toBe(0);
  for (const days of [2, 30]) await proposeSent(await later(days), { contacts: [one] }, entering);
  // Put right on the device it has another id; what says something else is another proposal.
  const again = { ...one, id: randomUUID(), contacts: 4 };
  const other = { ...one, id: randomUUID(), note: 'Am Bach fehlt eine Lampe.' };
  const last = await later(60);
  expect(await send([one, again, other], entering, last)).toEqual(['stored', 'stored', 'stored']);
  expect(await db.proposal.count()).toBe(before + 2);
  await later(122);
  expect(await db.formSubmission.count()).toBe(0);
  setClock(new Date('2026-10-14T12:00:00+02:00'));
});

it('one of a page that made no word of its own is one proposal for as long as a form counts', async () => {
  const before = await db.proposal.count();
  const old = contact({ claim: undefined });
  await proposeSent(office, { contacts: [old] }, entering);
  expect(await send([old])).toEqual(['stored']);
  expect(await db.proposal.count()).toBe(before + 1);
  setClock(new Date('2026-10-17T12:00:00+02:00'));
  await sweepHourly();
  expect(
    await db.formSubmission.count({
      where: { tokenHash: { in: hashesOfForm(`contact.${old.id}`) } },
    }),
  ).toBe(0);
  setClock(new Date('2026-10-14T12:00:00+02:00'));
});

it('what cannot be a proposal is refused with its field and keeps no other back', async () => {
  const before = await db.proposal.count();
  const all = [contact({ note: '?!' }), contact({ note: 'Frau Lindner' }), contact(), contact()];
  const plain = contact({ asProposal: false });
  const proposed = await proposeSent(
    office,
    { contacts: [...all, plain] },
    async (sent, codeFor) =>
      sent.id === all[3]?.id
        ? refused('proposals.error.district', {}, 'districtId')
        : entering(sent, codeFor),
  );
  const result = await recordContacts(office, { contacts: [...all, plain] }, proposed);
  expect(result.ok && result.value).toMatchObject([
    { answer: 'refused', code: 'outreach-contacts.refused.noWords', field: 'note' },
    { answer: 'refused', code: 'outreach-contacts.trace.name', field: 'note' },
    { answer: 'stored' },
    { answer: 'refused', code: 'proposals.error.district', field: 'districtId' },
    { answer: 'stored' },
  ]);
  expect(await db.proposal.count()).toBe(before + 1);
  const kept = await db.outreachContact.findUnique({ where: { id: plain.id } });
  expect(kept).toMatchObject({ note: NOTE, outcomes: [] });
});

it('is for nobody outside the office', async () => {
  const before = await db.proposal.count();
  const sent = { contacts: [contact()] };
  await expect(proposeSent(makeGuest(), sent, entering)).rejects.toThrow();
  expect(await db.proposal.count()).toBe(before);
});
