import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '@/lib/accounts/types';
import { now, setClock } from '@/lib/core/clock';
import { DAY_MS } from '@/lib/core/day.mjs';
import { db } from '@/lib/core/db';
import { makeSession, putOnAgenda } from '@/lib/forum/samples';
import { makeRequest } from '@/lib/initiatives/samples';
import type { AskedForFigures } from '@/lib/manifest';
import { testDatabase } from '@/lib/testing/database';
import { makeActor, makeDistrict, makeOffice } from '@/lib/testing/factories';
import { mailsAsSent } from '@/lib/testing/mails';
import { initiativesFragments } from '../fragments';
import type { Step } from '../rules';
import { decideRequest } from './commands';
import { getRequest } from './queries';

testDatabase();

let office: Actor;
let districtId = '';

beforeAll(async () => {
  await makeOffice();
  districtId = (await makeDistrict()).id;
  office = await makeActor({ roles: ['COORDINATOR'] });
});
afterEach(() => setClock(null));

const mistake = { note: 'Gemeint war Nummer 113.' };
const no = { reason: 'Kein Raum frei', alternative: 'Die Kirche hat einen' };

async function decide(number: number, step: Step, given: Record<string, string>) {
  const { version: seen } = await getRequest(office, number);
  return decideRequest(office, { number, step, seen, given });
}

const rowOf = (number: number) => db.supportRequest.findUniqueOrThrow({ where: { number } });

describe('what the office decided by mistake', () => {
  it('goes back to where it stood, the asker hears so, and an answer is promised anew', async () => {
    const recipient = 'jana@person.example';
    const contact = { kind: 'MAIL', value: recipient } as const;
    const { number } = await makeRequest(districtId, { contact });
    const { promisedFor } = await rowOf(number);
    expect((await decide(number, 'decline', no)).ok).toBe(true);
    expect((await getRequest(office, number)).isTakeBackable).toBe(true);
    expect((await decide(number, 'takeBack', mistake)).ok).toBe(true);
    expect(await rowOf(number)).toMatchObject({ state: 'RECEIVED', reasonText: '', promisedFor });
    const [mail] = (await mailsAsSent({ recipient })).slice(-1);
    expect(mail?.subject).toBe(`Unsere letzte Nachricht war ein Versehen (Nummer ${number})`);
    expect(mail?.text).toContain(mistake.note);
    expect((await getRequest(office, number)).isTakeBackable).toBe(false);
    expect(await decide(number, 'takeBack', mistake)).toMatchObject({ ok: false });
    expect((await decide(number, 'decline', no)).ok).toBe(true);
  });

  it('counts as completed no more, and once when it is completed again', async () => {
    const { number } = await makeRequest(districtId);
    const completed = async () => {
      const [from, to] = [new Date(now().getTime() - DAY_MS), new Date(now().getTime() + DAY_MS)];
      const asked = { from, to, at: to, end: to } as unknown as AskedForFigures;
      const rows = await Promise.all(
        (initiativesFragments.records?.(asked) ?? []).map((query) =>
          db.$queryRaw<Record<string, unknown>[]>(query),
        ),
      );
      const [, done = []] = rows;
      return done.filter((row) => row.number === number).length;
    };
    await decide(number, 'confirm', { note: 'Der Raum ist frei.' });
    await decide(number, 'complete', { note: 'Alles da.' });
    expect(await completed()).toBe(1);
    await decide(number, 'takeBack', mistake);
    expect((await rowOf(number)).state).toBe('CONFIRMED');
    expect(await completed()).toBe(0);
    await decide(number, 'complete', { note: 'Jetzt alles da.' });
    expect(await completed()).toBe(1);
  });

  it('is before the Forum again where it was about money', async () => {
    const { number } = await makeRequest(districtId, { kinds: ['MONEY'], amount: 420 });
    const requestedAt = new Date(now().getTime() - 3 * DAY_MS);
    await db.supportRequest.update({ where: { number }, data: { requestedAt } });
    const { id: sessionId } = await makeSession({ state: 'HELD', inDays: -2 });
    await decide(number, 'putToDecision', { note: 'Am Dienstag.' });
    const agendaItemId = await putOnAgenda(sessionId);
    await decide(number, 'confirm', { note: '420 Euro', agendaItemId });
    expect((await decide(number, 'takeBack', mistake)).ok).toBe(true);
    expect((await rowOf(number)).state).toBe('NEEDS_DECISION');
    expect(await db.supportStep.count({ where: { request: { number } } })).toBe(4);
  });

  it('stays after a day, whatever the program believes', async () => {
    const { number } = await makeRequest(districtId);
    await decide(number, 'decline', no);
    setClock(new Date(now().getTime() + DAY_MS));
    expect((await getRequest(office, number)).isTakeBackable).toBe(false);
    const late = await decide(number, 'takeBack', mistake);
    expect(late).toMatchObject({ ok: false, code: 'initiatives.refused.stepStays' });
    setClock(null);
    const stateSince = new Date(Date.now() - DAY_MS);
    await db.supportRequest.update({ where: { number }, data: { stateSince } });
    const back = db.supportRequest.update({ where: { number }, data: { state: 'RECEIVED' } });
    await expect(back).rejects.toThrow('what was decided about a request for a day stays so');
  });
});
