import { beforeAll, beforeEach, expect, it } from 'vitest';
import type { Actor } from '@/lib/accounts/types';
import { setClock } from '@/lib/core/clock';
import { db, inTransaction, submittedForm } from '@/lib/core/db';
import { ok } from '@/lib/core/result';
import { newFormToken } from '@/lib/core/tokens';
import { CHANGED_MEANWHILE } from '@/lib/core/version';
import { testDatabase } from '@/lib/testing/database';
import { makeActor, makeDistrict, makeOffice } from '@/lib/testing/factories';
import { held, someoneWaits } from '@/lib/testing/held';
import { ownerDb } from '@/lib/testing/owner';
import { becameProposal, takeForProposal } from '../proposing/commands';
import { contactInput, readContact } from '../samples';
import { changeContact, deleteContact, recordContacts } from './commands';
import { getContact } from './queries';

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
  setClock(new Date('2026-10-14T12:00:00+02:00'));
  await db.outreachContact.deleteMany();
});

const contact = (changes: Record<string, unknown> = {}) =>
  contactInput(districtId, { day: '2026-10-13', ...changes });

const send = async (...contacts: unknown[]) => {
  const result = await recordContacts(office, { contacts });
  if (!result.ok) throw new Error(result.code);
  return result.value;
};

it('answers each under the id it was sent with, so that whoever sent it knows which one it was', async () => {
  const [one, other] = [contact(), contact({ note: 'Klingel oben' })];
  const shouted = [one, other].map((sent) => ({ ...sent, id: sent.id.toUpperCase() }));
  const answers = await send(...shouted, one);
  expect(answers.map(({ id, answer }) => [id, answer])).toEqual([
    [shouted[0]?.id, 'stored'],
    [shouted[1]?.id, 'refused'],
    [one.id, 'alreadyThere'],
  ]);
});

it('knows what came before, also when it would not be taken any more', async () => {
  const [kept, deleted, never] = [contact(), contact(), contact()];
  await send(kept, deleted);
  await deleteContact(office, { id: deleted.id, version: 0 });
  setClock(new Date('2027-01-30T12:00:00+01:00'));
  const later = await makeActor({ roles: ['COORDINATOR'] });
  const result = await recordContacts(later, { contacts: [kept, deleted, never] });
  expect(result).toMatchObject({
    value: [{ answer: 'alreadyThere' }, { answer: 'alreadyThere' }, { answer: 'refused' }],
  });
});

it('what only the database refuses keeps no other back', async () => {
  await ownerDb.$executeRaw`
    ALTER TABLE outreach_contacts ADD CONSTRAINT tried CHECK (note <> 'Nicht dieses')`;
  try {
    const all = [contact(), contact({ note: 'Nicht dieses' }), contact()];
    const answers = await send(...all);
    expect(answers.map(({ answer }) => answer)).toEqual(['stored', 'refused', 'stored']);
    expect(answers[1]).toMatchObject({ code: 'form.error.invalid' });
    expect(await db.outreachContact.count()).toBe(2);
  } finally {
    await ownerDb.$executeRaw`ALTER TABLE outreach_contacts DROP CONSTRAINT tried`;
  }
});

it('says of a quarter that is closed that it counts no more, however often it is sent', async () => {
  const [before, since] = [contact({ day: '2026-09-30' }), contact({ day: '2026-10-01' })];
  const said = async () => (await send(before, since)).map((one) => 'countsNoMore' in one);
  expect(await said()).toEqual([false, false]);
  setClock(new Date('2026-10-15T00:00:00+02:00'));
  expect(await said()).toEqual([true, false]);
});

it('a note that became a proposal is gone, and that one came of it stays', async () => {
  const sent = contact({ note: 'Eine Bank fehlt' });
  await send(sent);
  const before = await getContact(office, sent.id);
  for (let time = 0; time < 2; time += 1) await becameProposal(office, { id: sent.id });
  expect(await getContact(office, sent.id)).toEqual({
    ...{ ...before, note: '', version: 1 },
    outcomes: [...before.outcomes, 'PROPOSAL_CREATED'],
  });
});

it('of a note two made proposals of at once it is kept once that one came of it', async () => {
  const sent = contact({ note: 'Eine Bank fehlt' });
  await send(sent);
  const { outcomes } = await getContact(office, sent.id);
  const { reached, go, done } = held(
    (tx) => tx.$queryRaw`SELECT FROM outreach_contacts WHERE id = ${sent.id}::uuid FOR UPDATE`,
  );
  await reached;
  const both = [1, 2].map(() => becameProposal(office, { id: sent.id }));
  await someoneWaits(2);
  go();
  await Promise.all([done, ...both]);
  expect((await getContact(office, sent.id)).outcomes).toEqual([...outcomes, 'PROPOSAL_CREATED']);
});

const seen = (id: string) => ({ id, version: 0 });

it('from a page that was left open no second proposal is made of a contact, and it is said why', async () => {
  const sent = contact({ note: 'Eine Bank fehlt' });
  await send(sent);
  expect(await takeForProposal(office, seen(sent.id))).toMatchObject({ ok: true });
  // The other page was opened before, and is sent before or after the note went.
  expect(await takeForProposal(office, seen(sent.id))).toMatchObject({ code: CHANGED_MEANWHILE });
  await becameProposal(office, { id: sent.id });
  expect(await takeForProposal(office, seen(sent.id))).toMatchObject({
    ...{ ok: false, code: 'outreach-contacts.refused.alreadyProposal', pageAnew: true },
  });
  const { version } = await getContact(office, sent.id);
  // Whoever looks and still wants another one of the same talk may.
  expect(await takeForProposal(office, { id: sent.id, version })).toMatchObject({ ok: true });
});

it('of a contact that was put right meanwhile no proposal is made by the words of before', async () => {
  const sent = contact({ note: 'Eine Bank fehlt' });
  await send(sent);
  await changeContact(office, {
    ...readContact(districtId, { ...sent, note: 'Zwei Bänke fehlen' }),
    version: 0,
  });
  expect(await takeForProposal(office, seen(sent.id))).toMatchObject({ code: CHANGED_MEANWHILE });
  await deleteContact(office, { id: sent.id, version: 1 });
  await expect(takeForProposal(office, seen(sent.id))).rejects.toThrow('NOT_FOUND');
});

it('of two forms sent at once one makes a proposal of a contact; sent again, that one still does', async () => {
  const sent = contact({ note: 'Eine Bank fehlt' });
  await send(sent);
  const forms = [1, 2].map(() => newFormToken(new Date('2026-10-14T11:59:00+02:00')));
  const press = (token = '', content = 'first') =>
    submittedForm.run({ token, form: 'propose-contact', content, at: new Date() }, () =>
      takeForProposal(office, seen(sent.id)),
    );
  const first = await Promise.all(forms.map((token) => press(token)));
  expect(first.filter(({ ok }) => ok)).toHaveLength(1);
  // After a refusal of what was typed it is sent with other words.
  const again = await Promise.all(forms.map((token) => press(token, 'put right')));
  expect(again.map(({ ok }) => ok)).toEqual(first.map(({ ok }) => ok));
});

it('what broke after the contact was taken makes no second proposal once somebody else made one', async () => {
  const sent = contact({ note: 'Eine Bank fehlt' });
  await send(sent);
  const form = { form: 'propose-contact', content: 'words', at: new Date() };
  const [mine, theirs] = [1, 2].map(() => newFormToken(new Date('2026-10-14T11:59:00+02:00')));
  const press = (token = '', version = 0) =>
    submittedForm.run({ ...form, token }, () => takeForProposal(office, { id: sent.id, version }));
  // The line was lost before the proposal stood there; pressed again at once it goes on.
  expect(await press(mine)).toMatchObject({ ok: true });
  expect(await press(mine)).toMatchObject({ ok: true });
  expect(await press(theirs, 1)).toMatchObject({ ok: true });
  await becameProposal(office, { id: sent.id });
  expect(await press(mine)).toMatchObject({
    ...{ ok: false, code: 'outreach-contacts.refused.alreadyProposal', pageAnew: true },
  });
  // Theirs stands there: sent once more it gives what it gave.
  await submittedForm.run({ ...form, token: theirs ?? '' }, () => inTransaction(async () => ok(1)));
  expect(await press(theirs, 1)).toMatchObject({ ok: true });
});

it('keeps no other back for one the database cannot digest, whatever it says of it', async () => {
  await ownerDb.$executeRaw`ALTER TABLE outreach_contacts ADD CONSTRAINT divided
    CHECK (note <> 'Teilen' OR 1 / (length(note) - 6) > 0)`;
  const [torn, good] = [contact({ note: 'Licht \ud83d fehlt' }), contact()];
  const answers = await send(torn, contact({ note: 'Teilen' }), good);
  await ownerDb.$executeRaw`ALTER TABLE outreach_contacts DROP CONSTRAINT divided`;
  expect(answers.map(({ answer }) => answer)).toEqual(['stored', 'refused', 'stored']);
  expect((await getContact(office, torn.id)).note).toBe('Licht  fehlt');
});
