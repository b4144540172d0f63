import { beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '@/lib/accounts/types';
import { db } from '@/lib/core/db';
import { testDatabase } from '@/lib/testing/database';
import { makeActor, makeDistrict, makeOffice } from '@/lib/testing/factories';
import { mailsAsSent } from '@/lib/testing/mails';
import { proposalSeenNow } from '@/lib/testing/seen';
import { getProposal } from '../details/queries';
import { decideProposal } from '../review/commands';
import { proposalRow } from '../rows.mjs';
import type { OfficeStep } from '../way/rules';
import { correctStepNote } from './commands';
import { getNoteDesk } from './queries';

testDatabase();

const WRONG = 'Die Bank steht am Park.';
const RIGHT = 'Die Bank steht am Markt.';
const reason = 'Der Ort war falsch.';
let staff: Actor;
let districtId = '';
beforeAll(async () => {
  await makeOffice();
  staff = await makeActor({ roles: ['COORDINATOR'] });
  districtId = (await makeDistrict()).id;
});

let made = 0;

/** A proposal on which the office has taken one step. */
async function taken(step: OfficeStep, given: object) {
  made += 1;
  const contactValue = `urheberin-${made}@post.example`;
  const { number } = await db.proposal.create({
    data: proposalRow({
      ...{ districtId, state: 'IN_PROGRESS', contactKind: 'MAIL', contactValue },
      publishedAt: new Date(),
    }),
  });
  const seen = await proposalSeenNow(number);
  expect(await decideProposal(staff, { number, step, seen, given })).toMatchObject({ ok: true });
  const [note] = (await getNoteDesk(staff, number)).notes;
  return { number, contactValue, id: note?.id ?? '', version: 1, reason, forget: false };
}

const read = (number: number) => getProposal({ locale: 'de' }, number);

describe('what the office wrote with a step', () => {
  it('is corrected where everybody reads it, with when and why; the office reads what it said', async () => {
    const { contactValue, ...step } = await taken('finish', { resultNote: WRONG });
    const { number } = step;
    expect(await correctStepNote(staff, { ...step, note: WRONG })).toMatchObject({
      code: 'audit.correction.refused.nothing',
    });
    const named = { ...step, note: RIGHT, reason: 'Frau Krause sagt es.' };
    expect(await correctStepNote(staff, named)).toMatchObject({ field: 'reason' });
    expect(await correctStepNote(staff, { ...step, note: RIGHT })).toMatchObject({ ok: true });
    expect(await correctStepNote(staff, { ...step, note: WRONG })).toMatchObject({ ok: false });
    const page = await read(number);
    expect(page?.resultNote).toBe(RIGHT);
    expect(page?.history.at(-1)).toMatchObject({ note: RIGHT, corrections: [{ reason }] });
    expect(JSON.stringify(page)).not.toContain(WRONG);
    const [onDesk] = (await getNoteDesk(staff, number)).notes;
    expect(onDesk?.earlier).toMatchObject([{ earlier: [{ column: 'note', text: WRONG }] }]);
    const mails = await mailsAsSent({ recipient: contactValue });
    expect(mails.at(-1)?.text).toContain(RIGHT);
    expect(mails.at(-1)?.subject).toContain('Berichtigt');
  });

  it('goes from a mail that has not left, too, where it must not be kept', async () => {
    const { contactValue, ...step } = await taken('finish', { resultNote: WRONG });
    const forgotten = { ...step, note: RIGHT, forget: true };
    expect(await correctStepNote(staff, forgotten)).toMatchObject({ ok: true });
    const mails = await mailsAsSent({ recipient: contactValue });
    expect(mails.map(({ text, html }) => text + html).join()).not.toContain(WRONG);
    const open = await db.outgoingMail.findMany({ where: { recipient: contactValue } });
    expect(open.map(({ text }) => text.includes(RIGHT))).toEqual([true, true]);
  });

  it('goes with what comes instead where both must not be kept', async () => {
    const { contactValue, ...step } = await taken('giveUp', {
      ...{ infeasibleReason: 'cost', reasonText: 'Kein Geld da.', alternative: 'Ein Tisch.' },
    });
    const right = { note: 'Kein Platz da.', alternative: 'Ein Stuhl.', forget: true };
    expect(await correctStepNote(staff, { ...step, ...right })).toMatchObject({ ok: true });
    const mails = await mailsAsSent({ recipient: contactValue });
    expect(mails[0]?.text).toContain('Ein Stuhl.');
    expect(mails.map(({ text }) => text).join()).not.toContain('Ein Tisch.');
  });

  it('is corrected with what comes instead', async () => {
    const { contactValue: _own, ...step } = await taken('giveUp', {
      ...{ infeasibleReason: 'cost', reasonText: 'Kein Geld da.', alternative: 'Ein Tisch.' },
    });
    const right = { ...step, note: 'Kein Platz da.', alternative: 'Ein Stuhl.' };
    expect(await correctStepNote(staff, right)).toMatchObject({ ok: true });
    expect(await read(step.number)).toMatchObject({
      ...{ reasonText: right.note, resultNote: right.alternative },
    });
    const [onDesk] = (await getNoteDesk(staff, step.number)).notes;
    expect(onDesk?.earlier[0]?.earlier).toEqual(
      expect.arrayContaining([
        { column: 'note', text: 'Kein Geld da.' },
        { column: 'result_note', text: 'Ein Tisch.' },
      ]),
    );
  });

  it('is promised only to whoever hears of us', async () => {
    const step = await taken('finish', { resultNote: WRONG });
    const where = { number: step.number };
    expect(await getNoteDesk(staff, step.number)).toMatchObject({ hears: true });
    for (const person of [
      { contactKind: 'NUMBER', contactValue: '' },
      { contactValue: '' },
    ] as const) {
      await db.proposal.update({ where, data: person });
      expect(await getNoteDesk(staff, step.number)).toMatchObject({ hears: false });
    }
  });

  it('is the business of the office, and only what everybody reads', async () => {
    const { contactValue: _own, ...step } = await taken('finish', { resultNote: WRONG });
    const resident = await makeActor();
    await expect(correctStepNote(resident, { ...step, note: RIGHT })).rejects.toThrow('NOT_FOUND');
    await expect(getNoteDesk(resident, step.number)).rejects.toThrow('NOT_FOUND');
    const { id } = await db.proposal.findUniqueOrThrow({ where: { number: step.number } });
    const between = await db.proposalStep.create({
      data: {
        ...{ proposalId: id, to: 'DONE', at: new Date(), by: 'office', note: 'Unter uns.' },
        audience: 'PERSON',
      },
    });
    const unread = { ...step, id: between.id, note: RIGHT };
    await expect(correctStepNote(staff, unread)).rejects.toThrow('NOT_FOUND');
  });
});
