import { beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '@/lib/accounts/types';
import { personalKey } from '@/lib/cases/keys';
import { tellOwners } from '@/lib/cases/telling/steps';
import { setClock } from '@/lib/core/clock';
import { DAY_MS } from '@/lib/core/day.mjs';
import { db, inTransaction } from '@/lib/core/db';
import { newPageNotes, processState } from '@/lib/core/process-state.mjs';
import { ok } from '@/lib/core/result';
import { newCode } from '@/lib/core/tokens';
import { takeUnprovenMail, UNPROVEN_LIMITS } from '@/lib/mail/unproven';
import { findOwnProposal } from '@/lib/proposals/own/queries';
import { correctPerson } from '@/lib/proposals/person/commands';
import { getProposalCase } from '@/lib/proposals/review/queries';
import { proposalRow } from '@/lib/proposals/rows.mjs';
import { PROPOSAL_KEYS } from '@/lib/proposals/rules';
import { testDatabase } from '@/lib/testing/database';
import { makeActor, makeDistrict, makeGuest, makeOffice } from '@/lib/testing/factories';
import { mailsAsSent } from '@/lib/testing/mails';
import { ownerDb } from '@/lib/testing/owner';
import { proveAddress } from './commands';
import { lookAtProofLink } from './queries';
import { PROOF_DAYS } from './rules';

testDatabase();

let office: Actor;
let districtId = '';
beforeAll(async () => {
  await makeOffice();
  office = await makeActor({ roles: ['COORDINATOR'] });
  districtId = (await makeDistrict()).id;
});

const guest = makeGuest();
const inbox = () => `${newCode(12).toLowerCase()}@post.example`;

const PHONED = { contactKind: 'PHONE', contactValue: '03771 5533', name: 'Renate Kroll' } as const;

/** A proposal whose author can be called. */
const phoned = () => db.proposal.create({ data: proposalRow({ districtId, ...PHONED }) });

/** The office types in an address, or the same once more. */
async function typeIn(number: number, contact: string): Promise<void> {
  const { version } = await db.proposal.findUniqueOrThrow({ where: { number } });
  const right = { nameChoice: 'INITIALS', name: 'Renate Kroll', contactKind: 'MAIL', contact };
  const result = await correctPerson(office, { number, seen: version, ...right } as Parameters<
    typeof correctPerson
  >[1]);
  expect(result.ok).toBe(true);
}

/** What lies in the links of the mails to an address, the oldest first. */
async function linksTo(recipient: string): Promise<string[]> {
  const mails = await mailsAsSent({ recipient });
  return mails.flatMap(({ text }) => /\/adresse-bestaetigen\/([\w-]+)/.exec(text)?.[1] ?? []);
}

const subjectsTo = async (recipient: string) =>
  (await mailsAsSent({ recipient })).map(({ subject }) => subject);

async function tell(number: number): Promise<void> {
  const row = await db.proposal.findUniqueOrThrow({ where: { number } });
  await inTransaction(async (tx) => {
    await tellOwners(tx, [row], {}, async () => ({ subject: 'Neues', paragraphs: ['Ja.'] }));
    return ok(null);
  });
}

const callsOf = (caseId: string) => db.callListItem.findMany({ where: { caseId, doneAt: null } });
/** As its author opens it by the link of a mail. */
const ownPage = (id: string, number: number) =>
  findOwnProposal({ locale: 'de' }, personalKey(PROPOSAL_KEYS, { id, number }));
const stateOf = async (number: number) => (await getProposalCase(office, number))?.typedAddress;

/** An address typed in, something owed to it on the call list, and the link that was mailed. */
async function typed() {
  const email = inbox();
  const { id, number } = await phoned();
  await typeIn(number, email);
  await tell(number);
  const [token = ''] = await linksTo(email);
  return { id, number, email, token };
}

describe('an address the office typed in afterwards', () => {
  it('gets one mail with a link, and nothing of what is told', async () => {
    const { id, number, email, token } = await typed();
    const [mail, ...more] = await mailsAsSent({ recipient: email });
    expect(more).toEqual([]);
    expect(mail?.subject).toContain(String(number));
    expect(mail?.text).not.toMatch(/Kroll|Ja\./);
    expect(await db.outgoingMail.count({ where: { text: { contains: token } } })).toBe(0);
    expect(await callsOf(id)).toHaveLength(1);
    // Saved once more while the link is good, nothing else goes out.
    await typeIn(number, email);
    expect(await subjectsTo(email)).toHaveLength(1);
    expect(await stateOf(number)).toMatchObject({ state: 'open' });
    // Their own page does not say that they are written to.
    expect(await ownPage(id, number)).toMatchObject({ contactKind: 'MAIL', isUnproven: true });
  });

  it('is proven by a press and not by looking, and then gets what was owed and what is new', async () => {
    const { id, number, email, token } = await typed();
    expect(await lookAtProofLink(token)).toBe('open');
    expect(await lookAtProofLink(token)).toBe('open');
    expect(await proveAddress(guest, { token })).toMatchObject({ ok: true });
    expect(await callsOf(id)).toEqual([]);
    await tell(number);
    expect(await callsOf(id)).toEqual([]);
    expect((await subjectsTo(email)).slice(1)).toEqual(['Neues', 'Neues']);
    expect(await lookAtProofLink(token)).toBe('proven');
    expect(await ownPage(id, number)).toMatchObject({ isUnproven: false });
    expect(await stateOf(number)).toMatchObject({ state: 'proven' });
    // Pressed again it says the same, and saved again it stays proven.
    expect(await proveAddress(guest, { token })).toMatchObject({ ok: true });
    await typeIn(number, email);
    expect(await subjectsTo(email)).toHaveLength(3);
    expect(await stateOf(number)).toMatchObject({ state: 'proven' });
  });

  it('takes nothing from the allowance of its owner when it is only saved again', async () => {
    const { number, email } = await typed();
    const own = inbox();
    const mailed = { contactKind: 'MAIL', contactValue: own, name: 'Renate Kroll' } as const;
    const theirs = await db.proposal.create({ data: proposalRow({ districtId, ...mailed }) });
    for (let saved = 0; saved < UNPROVEN_LIMITS.networkAndAddress.max; saved += 1) {
      await typeIn(number, email);
      await typeIn(theirs.number, own);
    }
    expect(await Promise.all([email, own].map(takeUnprovenMail))).toEqual([true, true]);
  });

  it('is proven once of two who press at one time', async () => {
    const { email, token } = await typed();
    const both = await Promise.all([
      proveAddress(guest, { token }),
      proveAddress(guest, { token }),
    ]);
    expect(both.map(({ ok: isOk }) => isOk)).toEqual([true, true]);
    expect((await subjectsTo(email)).filter((subject) => subject === 'Neues')).toHaveLength(1);
  });

  it('is not proven after its link has ended, and gets another when it is saved again', async () => {
    const { number, email, token } = await typed();
    try {
      setClock(new Date(Date.now() + PROOF_DAYS * DAY_MS));
      expect(await lookAtProofLink(token)).toBe('ended');
      expect(await proveAddress(guest, { token })).toMatchObject({
        code: 'cases.refused.linkEnded',
      });
      expect(await stateOf(number)).toMatchObject({ state: 'ended' });
      await typeIn(number, email);
      const [, second = ''] = await linksTo(email);
      expect(await lookAtProofLink(token)).toBe('unknown');
      expect(await proveAddress(guest, { token: second })).toMatchObject({ ok: true });
    } finally {
      setClock(null);
    }
  });

  it('has a link that opens nothing once they are reached another way', async () => {
    const { number, token } = await typed();
    const other = inbox();
    await typeIn(number, other);
    expect(await lookAtProofLink(token)).toBe('unknown');
    expect(await proveAddress(guest, { token })).toMatchObject({
      code: 'cases.refused.unknownLink',
    });
    expect(await stateOf(number)).toMatchObject({ state: 'open' });
    const [second = ''] = await linksTo(other);
    expect(await lookAtProofLink(second)).toBe('open');
    expect(await lookAtProofLink('x')).toBe('unknown');
  });

  it('is mailed no more than anything else somebody typed, and the office reads that', async () => {
    const email = inbox();
    const { max } = UNPROVEN_LIMITS.networkAndAddress;
    const from = { address: '10.7.0.1', id: '', pageNotes: newPageNotes() };
    let last = 0;
    for (let made = 0; made <= max; made += 1) {
      last = (await phoned()).number;
      await processState().requests.run(from, () => typeIn(last, email));
    }
    expect(await linksTo(email)).toHaveLength(max);
    expect(await stateOf(last)).toEqual({ state: 'unsent', at: null });
  });

  it('stays proven, whatever is written, and is not proven without a link', async () => {
    const { id, token } = await typed();
    await proveAddress(guest, { token });
    const where = { where: { caseId: id }, select: { caseId: true } } as const;
    const back = ownerDb.unprovenAddress.update({ ...where, data: { provenAt: null } });
    await expect(back).rejects.toThrow('an address that was proven stays so');
    const other = await phoned();
    const data = { caseId: other.id, typedAt: new Date(), provenAt: new Date() };
    await expect(ownerDb.unprovenAddress.create({ data })).rejects.toThrow('proven_in_time');
  });
});
