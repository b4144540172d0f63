import { beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '@/lib/accounts/types';
import { db } from '@/lib/core/db';
import { CHANGED_MEANWHILE } from '@/lib/core/version';
import { testDatabase } from '@/lib/testing/database';
import {
  makeActor,
  makeDistrict,
  makeGuest,
  makeOffice,
  makePartner,
} from '@/lib/testing/factories';
import { mailsAsSent } from '@/lib/testing/mails';
import { ownerDb } from '@/lib/testing/owner';
import { getProposal } from '../details/queries';
import { tellAlongOf } from '../review/along/jobs';
import { proposalRow } from '../rows.mjs';
import { correctStatement } from './commands';
import { getStatementDesk } from './queries';

testDatabase();

let staff: Actor;
let districtId = '';
let partnerId = '';
beforeAll(async () => {
  await makeOffice();
  staff = await makeActor({ roles: ['COORDINATOR'] });
  districtId = (await makeDistrict()).id;
  partnerId = (await makePartner({ name: 'Bauamt' })).id;
});

const ORIGINAL = 'Die Aufstellung ist unter Vorbehalt der Mittelbereitstellung möglich.';
const WRONG = 'Die Bank kommt im Mai.';
const RIGHT = 'Die Bank kommt, wenn Geld da ist.';
const reason = 'Von einem Monat steht nichts in der Antwort.';

let made = 0;

async function answered(plainText = WRONG) {
  made += 1;
  const contactValue = `autorin-${made}@post.example`;
  const proposal = await db.proposal.create({
    data: proposalRow({
      ...{ districtId, state: 'STATEMENT_RECEIVED', contactKind: 'MAIL', contactValue },
    }),
  });
  const statement = await db.statement.create({
    data: {
      ...{ proposalId: proposal.id, partnerId, result: 'feasible', text: ORIGINAL, plainText },
      receivedAt: new Date(),
    },
  });
  const { number } = proposal;
  return { number, id: statement.id, caseId: proposal.id, contactValue };
}

const asCame = { result: 'feasible' as const, text: ORIGINAL };
const better = { version: 1, ...asCame, plainText: RIGHT, reason, forget: false };

describe('the plain words for a statement', () => {
  it('are corrected, the answer itself stays; everybody reads when and why, the author the right words', async () => {
    const { number, id, contactValue } = await answered();
    expect(await correctStatement(staff, { number, id, ...better })).toMatchObject({ ok: true });
    const [statement] = (await getProposal({ locale: 'de' }, number))?.statements ?? [];
    expect(statement).toMatchObject({
      text: ORIGINAL,
      plainText: RIGHT,
      corrections: [{ reason }],
    });
    const [onDesk] = (await getStatementDesk(staff, number)).statements;
    expect(onDesk?.earlier[0]?.earlier).toEqual([{ column: 'plain_text', text: WRONG }]);
    const [mail, ...more] = await mailsAsSent({ recipient: contactValue });
    expect([mail?.text.includes(RIGHT), mail?.text.includes(WRONG), more]).toEqual([
      true,
      false,
      [],
    ]);
  });

  it('are said right by whoever has not called yet, in the same call', async () => {
    const { number, id, caseId } = await answered();
    const phone = { contactKind: 'PHONE', contactValue: '0351 987' } as const;
    await db.proposal.update({ where: { number }, data: phone });
    const message = `Es gibt eine Antwort.\n${WRONG}`;
    const person = { kind: 'PHONE', person: 'Ute', contact: '0351 987' } as const;
    await db.callListItem.create({ data: { ...person, caseId, message, dueAt: new Date() } });
    await correctStatement(staff, { number, id, ...better });
    const calls = await db.callListItem.findMany({ where: { caseId } });
    expect(calls.map((call) => call.message)).toEqual([`Es gibt eine Antwort.\n${RIGHT}`]);
    // Told already, they are told once more.
    await db.callListItem.updateMany({ where: { caseId }, data: { doneAt: new Date() } });
    await correctStatement(staff, { number, id, ...better, version: 2, plainText: 'Vielleicht.' });
    const open = await db.callListItem.findMany({ where: { caseId, doneAt: null } });
    expect(open.map((call) => call.message.includes('Vielleicht.'))).toEqual([true]);
  });

  it('that stay while the answer is put right are told to nobody again', async () => {
    const { number, id, contactValue } = await answered();
    const only = { ...better, text: `${ORIGINAL} Zugestellt im März.`, plainText: WRONG };
    expect(await correctStatement(staff, { number, id, ...only })).toMatchObject({ ok: true });
    const [statement] = (await getProposal({ locale: 'de' }, number))?.statements ?? [];
    expect(statement).toMatchObject({ text: only.text, corrections: [{ reason }] });
    expect(await mailsAsSent({ recipient: contactValue })).toEqual([]);
    // What it comes to is said all the same.
    const other = { ...only, version: 2, result: 'not_feasible' as const };
    expect(await correctStatement(staff, { number, id, ...other })).toMatchObject({ ok: true });
    expect(await mailsAsSent({ recipient: contactValue })).toHaveLength(1);
  });

  it('that must not be kept stand nowhere until those who go along are told', async () => {
    const { number, id, caseId } = await answered();
    const along = await db.proposal.create({
      data: proposalRow({ districtId, state: 'MERGED', mergedIntoId: caseId }),
    });
    const call = { kind: 'PHONE', person: 'Ute', contact: '0351 987' } as const;
    await db.callListItem.create({
      data: { ...call, caseId: along.id, message: `Antwort:\n${WRONG}`, dueAt: new Date() },
    });
    await correctStatement(staff, { number, id, ...better, forget: true });
    const calls = await db.callListItem.findMany({ where: { caseId: along.id } });
    expect(calls.map(({ message }) => message)).toEqual([`Antwort:\n${RIGHT}`]);
    const said = JSON.stringify(await ownerDb.telling.findMany({ where: { subjectId: caseId } }));
    expect([said.includes(RIGHT), said.includes(WRONG)]).toEqual([true, false]);
  });

  it('that must not be kept are not told either by what is still to be told of the answer', async () => {
    const { number, id, caseId } = await answered();
    const phone = { contactKind: 'PHONE', contactValue: '0351 986' } as const;
    const along = await db.proposal.create({
      data: proposalRow({ districtId, state: 'MERGED', mergedIntoId: caseId, ...phone }),
    });
    const of = { at: new Date().toISOString(), isReadByAll: true, aboutId: null, before: null };
    const first = await ownerDb.telling.create({
      data: {
        ...{ name: 'tell-along', subjectId: caseId, detail: `recordStatement ${of.at}` },
        said: {
          ...{ ...of, kind: 'step', step: 'recordStatement', reworded: null },
          words: { de: { params: { body: 'Bauamt' }, quotes: ['Das geht.', WRONG] } },
        },
      },
    });
    await correctStatement(staff, { number, id, ...better, forget: true });
    const said = JSON.stringify(await ownerDb.telling.findMany({ where: { subjectId: caseId } }));
    expect([said.includes(RIGHT), said.includes(WRONG)]).toEqual([true, false]);
    await tellAlongOf(first.id);
    for (const { id: later } of await ownerDb.telling.findMany({ where: { subjectId: caseId } }))
      await tellAlongOf(later);
    const calls = await db.callListItem.findMany({ where: { caseId: along.id } });
    expect(calls.map(({ message }) => [message.includes(RIGHT), message.includes(WRONG)])).toEqual([
      [true, false],
    ]);
  });

  it('that were not there yet correct nothing, and nobody is told that something was wrong', async () => {
    const { number, id, contactValue } = await answered('');
    await correctStatement(staff, { number, id, ...better });
    const [statement] = (await getProposal({ locale: 'de' }, number))?.statements ?? [];
    expect(statement).toMatchObject({ plainText: RIGHT, corrections: [] });
    const [mail] = await mailsAsSent({ recipient: contactValue });
    expect(mail?.text).toContain('jetzt auch in einfachen Worten');
    expect(mail?.text).not.toContain('nicht richtig');
  });

  it('are corrected by one of two who saw the same, and by the office alone', async () => {
    const { number, id } = await answered();
    const both = await Promise.all(
      ['Eins.', 'Zwei.'].map((plainText) =>
        correctStatement(staff, { number, id, ...better, plainText }),
      ),
    );
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(both.find(({ ok }) => !ok)).toMatchObject({ code: CHANGED_MEANWHILE });
    await expect(correctStatement(makeGuest(), { number, id, ...better })).rejects.toThrow();
    const other = await answered();
    await expect(
      correctStatement(staff, { number: other.number, id, ...better, version: 2 }),
    ).rejects.toThrow('NOT_FOUND');
  });
});

describe('the answer itself', () => {
  it('is corrected with its result: everybody reads when and why, the author what it comes to', async () => {
    const { number, id, contactValue } = await answered('');
    const text = 'Die Aufstellung ist nicht möglich.';
    const right = { ...better, result: 'not_feasible' as const, text, plainText: '' };
    expect(await correctStatement(staff, { number, id, ...right })).toMatchObject({ ok: true });
    const [statement] = (await getProposal({ locale: 'de' }, number))?.statements ?? [];
    expect(statement).toMatchObject({ result: 'not_feasible', text, corrections: [{ reason }] });
    const [onDesk] = (await getStatementDesk(staff, number)).statements;
    expect(onDesk?.earlier[0]?.earlier).toEqual(
      expect.arrayContaining([
        { column: 'result', text: 'feasible' },
        { column: 'text', text: ORIGINAL },
      ]),
    );
    const [mail, ...more] = await mailsAsSent({ recipient: contactValue });
    expect(more).toEqual([]);
    expect(mail?.text).toContain('Das ist nicht machbar.');
    expect(mail?.text).toContain(text);
  });

  it('whoever waits for a call hears what it comes to, too', async () => {
    const { number, id, caseId } = await answered();
    const phone = { contactKind: 'PHONE', contactValue: '0351 988' } as const;
    await db.proposal.update({ where: { number }, data: phone });
    const right = { ...better, result: 'not_feasible' as const, plainText: WRONG };
    await correctStatement(staff, { number, id, ...right });
    const calls = await db.callListItem.findMany({ where: { caseId, doneAt: null } });
    expect(calls.some(({ message }) => message.includes('Das ist nicht machbar.'))).toBe(true);
  });
});
