import { afterEach, describe, expect, it } from 'vitest';
import { db } from '@/lib/core/db';
import { hashSecret } from '@/lib/core/tokens';
import { moveClock } from '@/lib/testing/clock';
import { testDatabase } from '@/lib/testing/database';
import { makeActor, makeGuest, whyNotAllowed } from '@/lib/testing/factories';
import { makePoll } from '@/lib/voting/samples';
import { checkEndCode, startKiosk } from './commands';
import { END_CODE, type Kiosk, kioskEnd, kioskIn, nextRound, placeOfKiosk } from './rules';

testDatabase();
afterEach(() => moveClock(null));

const HOUR = 3_600_000;
const boxPoll = () => makePoll({ columns: { channels: ['KIOSK'] } });
const kiosk = (changes: Partial<Kiosk> = {}): Kiosk => ({
  ...{ id: crypto.randomUUID(), poll: 7, until: Date.now() + HOUR },
  ...{ endHash: hashSecret(END_CODE, '4711'), round: 'one', roundAt: Date.now() },
  ...changes,
});

describe('startKiosk', () => {
  it('ends the session it was started in, and no other', async () => {
    const poll = await boxPoll();
    const actor = await makeActor({ roles: ['COORDINATOR'] });
    const elsewhere = await makeActor({ roles: ['COORDINATOR'] });
    const answer = await startKiosk(actor, { poll: poll.number, endCode: '4711' });
    expect(answer).toEqual({ ok: true, value: { until: poll.closesAt.getTime() } });
    expect(await db.userSession.count({ where: { userId: actor.id } })).toBe(0);
    expect(await db.userSession.count({ where: { userId: elsewhere.id } })).toBe(1);
    expect(await db.auditEntry.findMany({ where: { subjectId: poll.id } })).toMatchObject([
      { action: 'poll.kioskStarted', actorId: actor.id },
    ]);
  });

  it('is for the office alone, for polls with a box, until their close', async () => {
    const poll = await boxPoll();
    const input = { poll: poll.number, endCode: '4711' };
    for (const who of [
      makeGuest(),
      await makeActor(),
      await makeActor({ roles: ['REPRESENTATIVE'] }),
    ]) {
      await expect(startKiosk(who, input)).rejects.toThrow(whyNotAllowed(who));
    }
    const actor = await makeActor({ roles: ['COORDINATOR'] });
    const web = await makePoll();
    expect(await startKiosk(actor, { ...input, poll: web.number })).toMatchObject({
      code: 'voting.refused.notThisWay',
    });
    await moveClock(poll.closesAt);
    expect(await startKiosk(actor, input)).toMatchObject({ code: 'voting.refused.notOpen' });
    expect(await db.userSession.count({ where: { userId: actor.id } })).toBe(1);
  });
});

describe('ending a box', () => {
  it('takes the code it was started with, and ten tries', async () => {
    const box = kiosk();
    expect(await checkEndCode(box, '0815')).toMatchObject({ field: 'endCode' });
    expect(await checkEndCode(box, '4711')).toMatchObject({ ok: true });
    for (let tries = 0; tries < 8; tries += 1) await checkEndCode(box, '1111');
    await expect(checkEndCode(box, '4711')).rejects.toThrow('RATE_LIMITED');
  });
});

describe('the rounds of a box', () => {
  it('end at the close, and after a long day at the latest', () => {
    const at = new Date();
    expect(kioskEnd(new Date(at.getTime() + HOUR), at)).toBe(at.getTime() + HOUR);
    expect(kioskEnd(new Date(at.getTime() + 100 * HOUR), at)).toBe(at.getTime() + 14 * HOUR);
    const box = kiosk();
    expect(kioskIn(JSON.stringify(box), at)).toEqual(box);
    expect(kioskIn(JSON.stringify(box), new Date(box.until))).toBeNull();
    expect(kioskIn(null, at)).toBeNull();
  });

  it('give a double click the same answer, and the next person none', () => {
    const box = kiosk();
    const at = new Date(box.roundAt);
    const next = nextRound(box, 'two', at);
    expect(next).toMatchObject({ round: 'two' });
    if (next === 'same' || next === 'over') throw new Error('a new form begins a new round');
    expect(placeOfKiosk(next).key).not.toBe(placeOfKiosk(box).key);
    expect(nextRound(next, 'two', at)).toBe('same');
    expect(nextRound(next, 'two', new Date(box.roundAt + 61_000))).toBe('over');
  });
});
