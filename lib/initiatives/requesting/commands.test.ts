import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { personalKey } from '@/lib/cases/keys';
import { setClock } from '@/lib/core/clock';
import { db, submittedForm } from '@/lib/core/db';
import { groupCode, newToken } from '@/lib/core/tokens';
import { makeRequest, requestInput } from '@/lib/initiatives/samples';
import { UNPROVEN_LIMITS } from '@/lib/mail/unproven';
import { testDatabase } from '@/lib/testing/database';
import {
  makeActor,
  makeContext,
  makeDistrict,
  makeGuest,
  makeOffice,
} from '@/lib/testing/factories';
import { mailsAsSent } from '@/lib/testing/mails';
import { findOwnRequest } from '../own/queries';
import { listOwnRequests, stateOfNumber } from '../queries';
import { REQUEST_KEYS } from '../rules';
import { enterRequest, requestSupport } from './commands';
import { previewRequest } from './queries';

testDatabase();
afterEach(() => setClock(null));

const guest = makeGuest();
const viewer = { locale: 'de' };
let districtId = '';

beforeAll(async () => {
  await makeOffice();
  districtId = (await makeDistrict()).id;
});

describe('asking for support', () => {
  it('gives a number, a code that opens it, and a promised day', async () => {
    // A Friday before the first Sunday in Advent: five working days later is the next Friday.
    setClock(new Date('2026-11-27T10:00:00Z'));
    const { number, code } = await makeRequest(districtId);
    const own = await findOwnRequest(viewer, groupCode(code).toLowerCase());
    expect(own).toMatchObject({ number, state: 'RECEIVED', name: 'Jana' });
    expect(own?.promisedFor?.toISOString().slice(0, 10)).toBe('2026-12-04');
    expect(own?.history).toMatchObject([{ to: 'RECEIVED', by: 'asker' }]);
  });

  it('happens once when the same form is sent twice at the same moment', async () => {
    const token = newToken();
    const form = { token, form: 'request-support', at: new Date() };
    const send = () =>
      submittedForm.run(form, () =>
        requestSupport(
          guest,
          requestInput(districtId, { title: 'Nur ein Mal' }),
          makeContext(token),
        ),
      );
    const [first, second] = await Promise.all([send(), send()]);
    expect(first).toEqual(second);
    expect(await db.supportRequest.count({ where: { title: 'Nur ein Mal' } })).toBe(1);
  });

  it('sends the receipt to those who gave a mail address, without storing the code', async () => {
    const contact = { kind: 'MAIL' as const, value: 'jana@person.example' };
    const { number, code } = await makeRequest(districtId, { contact });
    const [mail] = await mailsAsSent({ recipient: contact.value });
    expect(mail?.text).toContain(String(number));
    expect(mail?.text).toContain(groupCode(code));
    const row = await db.supportRequest.findUniqueOrThrow({ where: { number } });
    expect(JSON.stringify(row)).not.toContain(code);
  });

  it('mails nothing a stranger typed, and to one address not without end', async () => {
    const contact = { kind: 'MAIL' as const, value: 'opfer@person.example' };
    const words = 'Gewonnen: https://evil.example';
    for (let time = 0; time < 12; time += 1)
      await makeRequest(districtId, { contact, title: words, body: words, groupName: words });
    const mails = await mailsAsSent({ recipient: contact.value });
    expect(mails).toHaveLength(UNPROVEN_LIMITS.networkAndAddress.max);
    expect(JSON.stringify(mails)).not.toMatch(/Gewonnen|evil|Jana/);
  });

  it('refuses a district that is not ours', async () => {
    const input = requestInput('01890a5d-ac96-774b-bcce-b302099a8057');
    expect(await requestSupport(guest, input, makeContext())).toMatchObject({
      ok: false,
      field: 'districtId',
    });
  });

  it('recognises a known group by its name', async () => {
    await db.initiative.create({ data: { slug: 'garten', name: 'Gartengruppe Wäscheplatz' } });
    const { number } = await makeRequest(districtId, { groupName: 'gartengruppe waescheplatz' });
    const row = await db.supportRequest.findUniqueOrThrow({
      where: { number },
      select: { initiative: { select: { slug: true } } },
    });
    expect(row.initiative?.slug).toBe('garten');
  });

  it('shows the answers once more in the reader’s language', async () => {
    const { rows } = await previewRequest(requestInput(districtId, { amount: 1200 }), 'en');
    expect(rows).toContainEqual({ label: 'Money', value: '1,200 euros' });
    expect(rows).toContainEqual({ label: 'What is needed', value: 'A room' });
  });
});

describe('whose request it is', () => {
  it('is listed for its owner only, and staff own none', async () => {
    const [owner, other] = [await makeActor(), await makeActor()];
    const staff = await makeActor({ roles: ['COORDINATOR'] });
    for (const actor of [owner, staff]) {
      await requestSupport(actor, requestInput(districtId), makeContext());
    }
    expect(await listOwnRequests(owner)).toHaveLength(1);
    expect(await listOwnRequests(other)).toEqual([]);
    expect(await listOwnRequests(staff)).toEqual([]);
  });

  it('opens by nobody else’s code or key', async () => {
    const [mine, other] = [await makeRequest(districtId), await makeRequest(districtId)];
    const row = await db.supportRequest.findUniqueOrThrow({ where: { number: mine.number } });
    const key = personalKey(REQUEST_KEYS, row);
    expect((await findOwnRequest(viewer, key))?.number).toBe(mine.number);
    const moved = `${other.number}-${key.split('-')[1]}`;
    expect(await findOwnRequest(viewer, moved)).toBeNull();
    expect(await findOwnRequest(viewer, 'ACDE-FGHJ')).toBeNull();
    expect((await findOwnRequest(viewer, other.code))?.number).toBe(other.number);
  });

  it('tells anybody with the number the state, and nothing else', async () => {
    const { number } = await makeRequest(districtId);
    const found = await stateOfNumber(number);
    expect(Object.keys(found ?? {}).sort()).toEqual(['path', 'promisedFor', 'state']);
    expect(found?.path).toBeNull();
    expect(found?.state).toBe('initiatives.state.RECEIVED');
    expect(await stateOfNumber(999_999)).toBeNull();
  });
});

describe('taking a request down for somebody', () => {
  const input = () => ({
    ...requestInput(districtId),
    ...{ body: '', officeNote: 'Frau Krause rief an', channel: 'PHONE' as const },
  });

  it('takes one line, and names the office in the history', async () => {
    const staff = await makeActor({ roles: ['COORDINATOR'] });
    const result = await enterRequest(staff, input(), makeContext());
    if (!result.ok) throw new Error(result.code);
    const row = await db.supportRequest.findUniqueOrThrow({
      where: { number: result.value.number },
      include: { steps: true },
    });
    expect(row).toMatchObject({ channel: 'PHONE', userId: null, body: row.title });
    expect(row.steps).toMatchObject([{ by: 'office', audience: 'INTERNAL' }]);
    const own = await findOwnRequest(viewer, personalKey(REQUEST_KEYS, row));
    expect(own?.number).toBe(row.number);
    expect(JSON.stringify(own)).not.toContain('Krause');
  });

  it.each([
    ['a guest', async () => guest, 'SIGN_IN_REQUIRED'],
    ['a resident', () => makeActor(), 'NOT_FOUND'],
    [
      'staff without the second factor',
      () => makeActor({ roles: ['COORDINATOR'], secondFactor: false }),
      'SECOND_FACTOR_REQUIRED',
    ],
    ['a counsellor', () => makeActor({ roles: ['COUNSELLOR'] }), 'NOT_FOUND'],
  ])('is not for %s', async (_who, make, code) => {
    await expect(enterRequest(await make(), input(), makeContext())).rejects.toThrow(code);
  });
});
