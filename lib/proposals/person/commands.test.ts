import { beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '@/lib/accounts/types';
import { tellOwners } from '@/lib/cases/telling/steps';
import { db, inTransaction } from '@/lib/core/db';
import { ok } from '@/lib/core/result';
import { CHANGED_MEANWHILE } from '@/lib/core/version';
import { listCalls } from '@/lib/mail/calls/queries';
import { proposalRow } from '@/lib/proposals/rows.mjs';
import { testDatabase } from '@/lib/testing/database';
import {
  makeActor,
  makeDistrict,
  makeGuest,
  makeOffice,
  whyNotAllowed,
} from '@/lib/testing/factories';
import { pagesAfter } from '@/lib/testing/pages';
import { getProposal } from '../details/queries';
import { listOwnProposals } from '../own/queries';
import { decideProposal } from '../review/commands';
import { getProposalCase } from '../review/queries';
import { correctPerson, erasePerson } from './commands';
import { correctPersonSchema, erasePersonSchema } from './schema';

testDatabase();

const viewer = { locale: 'de' };
let office: Actor;
let author: Actor;
let districtId = '';

beforeAll(async () => {
  await makeOffice();
  districtId = (await makeDistrict()).id;
  office = await makeActor({ roles: ['COORDINATOR'] });
  author = await makeActor();
});

const KNOWN = {
  nameChoice: 'FIRST_NAME',
  name: 'Renate Kroll',
  question: 'Wo genau, Frau Kroll?',
  contactKind: 'PHONE',
  contactValue: '03771 5533',
  locale: 'en',
} as const;

const STEPS = [
  { to: 'SUBMITTED', by: 'office', note: 'Rief an: Kroll', audience: 'INTERNAL' },
  { to: 'UNDER_REVIEW', by: 'author', note: 'Vor meinem Haus. Kroll', audience: 'PERSON' },
  { to: 'PUBLISHED', by: 'office', note: 'Für alle zu lesen', audience: 'PUBLIC' },
].map((step) => ({ ...step, at: new Date('2026-11-02T09:00:00Z') })) as {
  to: 'SUBMITTED';
  by: string;
  note: string;
  audience: 'INTERNAL';
  at: Date;
}[];

/** A public proposal with everything that can be known of whoever wrote it. */
async function known(columns: { state?: 'MERGED'; mergedIntoId?: string } = {}) {
  const { id } = await db.proposal.create({
    data: { ...proposalRow({ districtId, ...columns }), ...KNOWN, authorId: author.id },
    select: { id: true },
  });
  const agreed = { agreedHow: 'PHONE', agreedAt: new Date() } as const;
  await db.proposalWording.create({
    data: { proposalId: id, title: 'Kroll-Bank', body: 'Kroll', ...agreed },
  });
  await db.proposalStep.createMany({ data: STEPS.map((step) => ({ ...step, proposalId: id })) });
  await owe(id);
  return db.proposal.findUniqueOrThrow({ where: { id } });
}

const owe = (caseId: string) =>
  db.callListItem.create({
    data: {
      ...{ caseId, kind: 'PHONE', person: 'Renate Kroll', contact: '03771 5533' },
      dueAt: new Date(),
      ...{ subject: 'Ihr Vorschlag', message: 'Er ist veröffentlicht.\nDanke.' },
    },
    select: { id: true },
  });

const rowOf = (number: number) =>
  db.proposal.findUniqueOrThrow({ where: { number }, include: { wording: true, steps: true } });
const callsOf = (caseId: string) => db.callListItem.findMany({ where: { caseId } });

const mailsTo = (recipient: string) => db.outgoingMail.findMany({ where: { recipient } });

/** Something else is told to whoever has it; what is on the call list then. */
async function tellAnew(number: number) {
  const row = await rowOf(number);
  const content = { subject: 'Neues', paragraphs: ['Neues'] };
  await inTransaction(async (tx) => {
    await tellOwners(tx, [row], {}, async () => content);
    return ok(null);
  });
  return callsOf(row.id);
}

const right = (changes: object = {}) => ({
  ...{ nameChoice: 'INITIALS', name: 'Renate Kröll', contactKind: 'PHONE', contact: '03771 5544' },
  ...changes,
});

async function correct(who: Parameters<typeof correctPerson>[0], of: object, changes: object = {}) {
  return correctPerson(who, { ...right(changes), ...of } as Parameters<typeof correctPerson>[1]);
}

describe('putting name and contact right', () => {
  it('shows the name as chosen, calls on the new way, and is written down', async () => {
    const { id, number, version } = await known();
    const pages = await pagesAfter({ page: () => getProposal(viewer, number) }, () =>
      correct(office, { number, seen: version }),
    );
    expect(pages).toEqual({ changed: ['page'], dropped: ['page'] });
    expect((await getProposal(viewer, number))?.author).toBe('R.\u00a0K.');
    expect(await getProposalCase(office, number)).toMatchObject({
      name: 'Renate Kröll',
      contactValue: '03771 5544',
    });
    expect(await callsOf(id)).toMatchObject([{ person: 'Renate Kröll', contact: '03771 5544' }]);
    expect(await db.auditEntry.findMany({ where: { subjectId: id } })).toMatchObject([
      { action: 'proposal.personCorrected' },
    ]);
  });

  it.each([
    ['LETTER', 'Siedlerweg 4, 08289 Schneeberg', 1],
    ['NUMBER', '', 0],
  ])('tells what is still owed by %s', async (contactKind, contact, calls) => {
    const { id, number, version } = await known();
    await correct(office, { number, seen: version }, { contactKind, contact });
    const owed = await callsOf(id);
    expect(owed.map((call) => [call.kind, call.contact])).toEqual(
      calls ? [[contactKind, contact]] : [],
    );
  });

  it('mails what is still owed to the address of the account, which its owner has proven', async () => {
    const { id, number, version } = await known();
    const contact = author.email ?? '';
    await correct(office, { number, seen: version }, { contactKind: 'MAIL', contact });
    expect(await callsOf(id)).toEqual([]);
    const sent = await mailsTo(contact);
    expect(sent.map(({ text }) => text)).toEqual([
      expect.stringContaining('Er ist veröffentlicht.'),
    ]);
  });

  it('mails no word to an address that nobody has proven, now or later', async () => {
    const { id, number, version } = await known();
    const contact = 'renate@post.example';
    await correct(office, { number, seen: version }, { contactKind: 'MAIL', contact });
    const owed = { person: 'Renate Kröll', contact, message: 'Er ist veröffentlicht.\nDanke.' };
    expect(await callsOf(id)).toMatchObject([owed]);
    // Only the name is put right: that proves nothing about the address.
    const seen = (await rowOf(number)).version;
    await correct(office, { number, seen }, { contactKind: 'MAIL', contact, name: 'Renate K.' });
    expect(await tellAnew(number)).toMatchObject([{ contact, message: 'Neues' }]);
    await db.proposal.update({ where: { id }, data: { state: 'ADOPTED' } });
    const now = { number, seen: (await rowOf(number)).version };
    const begun = { ...now, step: 'start', given: { note: 'Es geht los.' } } as const;
    expect(await decideProposal(office, begun)).toMatchObject({ value: { told: 'PHONE' } });
    // One link with which its owner can say that it is theirs.
    const subjects = (await mailsTo(contact)).map(({ subject }) => subject);
    expect(subjects).toEqual([`Is this e-mail address yours? (number ${number})`]);
  });

  it('goes on mailing to the address that was given with it, whatever is put right beside it', async () => {
    const { id, number, version } = await known();
    const contact = 'von-anfang-an@post.example';
    await db.proposal.update({
      where: { id },
      data: { contactKind: 'MAIL', contactValue: contact },
    });
    await correct(office, { number, seen: version }, { contactKind: 'MAIL', contact });
    expect(await tellAnew(number)).toEqual([]);
    expect(await mailsTo(contact)).toHaveLength(2);
  });

  it('is judged like a card', () => {
    const typed = { number: '1', seen: '1', nameChoice: 'FIRST_NAME', name: '', contact: 'a@b' };
    const read = correctPersonSchema.safeParse(typed);
    expect(read.error?.issues.map(({ path }) => path[0])).toEqual(['name', 'contact']);
    const fits = { ...typed, name: 'Renate', contact: 'Renate@Post.example' };
    expect(correctPersonSchema.parse(fits)).toMatchObject({ contactKind: 'MAIL', number: 1 });
  });
});

describe('deleting on request', () => {
  it('leaves nothing of the person, and the text and public history as they are', async () => {
    const { id, number, version } = await known();
    const before = await getProposal(viewer, number);
    expect((await erasePerson(office, { number, seen: version })).ok).toBe(true);
    const row = await rowOf(number);
    const left = JSON.stringify([row, await callsOf(id), await listCalls(office)]);
    expect(left).not.toMatch(/Kroll|5533/);
    expect(row).toMatchObject({
      ...{ name: '', nameChoice: 'NEIGHBOUR', contactKind: 'NUMBER', contactValue: '' },
      ...{ authorId: null, question: '', wording: null, locale: 'de' },
    });
    expect(await listOwnProposals(author)).not.toContainEqual(expect.objectContaining({ number }));
    const after = await getProposal(viewer, number);
    expect(after).toEqual({ ...before, author: null });
    expect(after?.history.map(({ note }) => note)).toContain('Für alle zu lesen');
    expect(await db.auditEntry.findMany({ where: { subjectId: id } })).toMatchObject([
      { action: 'proposal.personErased' },
    ]);
  });

  it('drops the page of what it is joined to, where one counts less', async () => {
    const lead = await known();
    await db.proposal.update({ where: { id: lead.id }, data: { authorId: null } });
    const between = await known({ state: 'MERGED', mergedIntoId: lead.id });
    await db.proposal.update({ where: { id: between.id }, data: { authorId: null } });
    const { number, version } = await known({ state: 'MERGED', mergedIntoId: between.id });
    const pages = await pagesAfter({ lead: () => getProposal(viewer, lead.number) }, () =>
      erasePerson(office, { number, seen: version }),
    );
    expect(pages).toEqual({ changed: ['lead'], dropped: ['lead'] });
  });

  it('needs a yes', () => {
    const read = erasePersonSchema.safeParse({ number: '1', seen: '1' });
    expect(read.error?.issues.map(({ message }) => message)).toEqual([
      'proposals-person.error.notSure',
    ]);
  });
});

describe('both', () => {
  it('are done once of two who saw the same', async () => {
    const { number, version } = await known();
    const seen = { number, seen: version };
    const results = await Promise.all([correct(office, seen), erasePerson(office, seen)]);
    const late = results.filter(({ ok }) => !ok);
    expect(late).toMatchObject([{ code: CHANGED_MEANWHILE }]);
  });

  it('are the office’s, of what is on its desk', async () => {
    const { number, version } = await known();
    const seen = { number, seen: version };
    for (const actor of [author, await makeActor({ roles: ['REPRESENTATIVE'] })]) {
      await expect(erasePerson(actor, seen)).rejects.toThrow(whyNotAllowed(actor));
      await expect(correct(actor, seen)).rejects.toThrow(whyNotAllowed(actor));
    }
    await expect(erasePerson(makeGuest(), seen)).rejects.toThrow('SIGN_IN_REQUIRED');
    const draft = await db.proposal.create({
      data: proposalRow({ districtId, state: 'DRAFT', publishedAt: null }),
      select: { number: true, version: true },
    });
    const unseen = { number: draft.number, seen: draft.version };
    await expect(erasePerson(office, unseen)).rejects.toThrow('NOT_FOUND');
    await expect(correct(office, unseen)).rejects.toThrow('NOT_FOUND');
    expect((await rowOf(number)).name).toBe('Renate Kroll');
  });
});
