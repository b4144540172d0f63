import sharp from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '@/lib/accounts/types';
import { setClock } from '@/lib/core/clock';
import { readEnv } from '@/lib/core/env.mjs';
import { CHANGED_MEANWHILE } from '@/lib/core/version';
import { sweepFiles } from '@/lib/files/jobs';
import { openStorage } from '@/lib/files/storage.mjs';
import { testDatabase } from '@/lib/testing/database';
import { makeActor, makeGuest, makeOffice } from '@/lib/testing/factories';
import { ownerDb } from '@/lib/testing/owner';
import { changeMeeting, moveMeeting } from '../commands';
import { listOwn } from '../own-data';
import { forgetOldMeetings } from '../privacy';
import { getMeeting, getTrainingYear } from '../queries';
import { makeMeeting, meetingInput } from '../samples';
import { keepCertificate, takeCertificate } from './commands';
import { findCertificate, findOwnCertificate } from './queries';
import { keepCertificateSchema } from './schema';

testDatabase();

const PDF = new File(['%PDF-1.4\n%%EOF\n'], 'urkunde.pdf');
let office: Actor;
let counsellor: Actor;
let other: Actor;
let scan: File;

beforeAll(async () => {
  setClock(new Date('2026-11-30T12:00:00+01:00'));
  await makeOffice();
  office = await makeActor({ roles: ['COORDINATOR'] });
  counsellor = await makeActor({ roles: ['COUNSELLOR'] });
  other = await makeActor({ roles: ['COUNSELLOR'] });
  const create = { width: 3000, height: 4000, channels: 3, background: '#eee' } as const;
  const made = sharp({ create }).withExif({ IFD0: { Artist: 'Kanarienvogel' } });
  scan = new File([new Uint8Array(await made.jpeg().toBuffer())], 'scan.jpg');
});

/** A training two of the office were at. */
async function attended() {
  const people = [office.id, counsellor.id];
  const { id, version } = await makeMeeting(office, { people, certificate: false });
  await moveMeeting(office, { id, version, step: 'attend' });
  return id;
}

/** Somebody whose page shows what is there now. */
const keep = async (id: string, paper = PDF, person = counsellor.id) =>
  keepOver(await fileOf(id, person), id, paper, person);

const keepOver = (seen: string, id: string, paper = PDF, person = counsellor.id) =>
  keepCertificate(office, keepCertificateSchema.parse({ id, person, paper, seen }));

async function kept(id: string, paper = PDF) {
  expect(await keep(id, paper)).toMatchObject({ ok: true });
  return fileOf(id);
}

const fileOf = async (meetingId: string, userId = counsellor.id) => {
  const where = { meetingId_userId: { meetingId, userId } };
  return (await ownerDb.staffMeetingPerson.findUnique({ where }))?.certificateId ?? '';
};

const lies = async (file: string) => {
  await sweepFiles();
  return openStorage(readEnv()).has(file);
};

describe('a certificate', () => {
  it('is read by the office and whoever it is of, and by nobody else', async () => {
    const id = await attended();
    const file = await kept(id);
    expect(await findCertificate(office, file)).toMatchObject({ type: 'application/pdf' });
    expect(await findOwnCertificate(counsellor, file)).toMatchObject({ type: 'application/pdf' });
    expect(await findOwnCertificate(other, file)).toBeNull();
    await expect(findCertificate(other, file)).rejects.toThrow();
    await expect(keepCertificate(other, { id } as never)).rejects.toThrow();
    await expect(takeCertificate(makeGuest(), { id } as never)).rejects.toThrow();
    const [own] = await listOwn(counsellor);
    expect(own?.rows).toEqual([
      {
        ...{ title: 'Leichte Sprache', day: '2026-11-20' },
        certificate: `/api/fortbildung/bescheinigung/${file}`,
      },
    ]);
    const year = await getTrainingYear(office, 2026);
    expect(year.meetings.find((one) => one.id === id)).toMatchObject({ certificate: true });
  });

  it('is a PDF or a picture by what is in it, and a picture is written anew', async () => {
    const id = await attended();
    const paper = await findCertificate(office, await kept(id, scan));
    expect(paper?.type).toBe('image/jpeg');
    expect(await sharp(paper?.bytes).metadata()).toMatchObject({ width: 1800, height: 2400 });
    expect(paper?.bytes.includes('Kanarienvogel')).toBe(false);
    const page = new File(['<!doctype html><script>1</script>'], 'urkunde.pdf');
    expect(await keep(id, page)).toMatchObject({ code: 'meetings.refused.unreadable' });
    const may = (bytes: number) => {
      const brought = new File([new Uint8Array(bytes)], 'x.pdf');
      const input = { id, person: counsellor.id, seen: '', paper: brought };
      return keepCertificateSchema.safeParse(input).success;
    };
    expect([may(0), may(12_000_000), may(12_000_001)]).toEqual([false, true, false]);
  });

  it('is of somebody who was there', async () => {
    const { id } = await makeMeeting(office, { people: [counsellor.id] });
    expect(await keep(id)).toMatchObject({ code: 'meetings.refused.notThere' });
    await expect(keep(await attended(), PDF, other.id)).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });

  it('goes from the store when another takes its place, when it is deleted, and of two who press once', async () => {
    const id = await attended();
    const first = await kept(id);
    const second = await kept(id, scan);
    expect([await lies(first), await lies(second)]).toEqual([false, true]);
    const take = () => takeCertificate(office, { id, person: counsellor.id, seen: second });
    const both = await Promise.all([take(), take()]);
    expect(both.map(({ ok }) => ok).sort()).toEqual([false, true]);
    expect([await findCertificate(office, second), await lies(second)]).toEqual([null, false]);
  });

  it('that a colleague brought meanwhile stays, and whoever was slower is told', async () => {
    const id = await attended();
    const late = { code: CHANGED_MEANWHILE };
    const both = await Promise.all([keepOver('', id), keepOver('', id, scan)]);
    expect(both.map(({ ok }) => ok).sort()).toEqual([false, true]);
    const first = await fileOf(id);
    const second = await kept(id, scan);
    const taken = takeCertificate(office, { id, person: counsellor.id, seen: first });
    expect(await taken).toMatchObject(late);
    expect(await keepOver(first, id)).toMatchObject(late);
    expect([await fileOf(id), await lies(second)]).toEqual([second, true]);
  });

  it('stays when the meeting is changed, and goes with whoever is not named any more', async () => {
    const id = await attended();
    const file = await kept(id);
    const change = async (people: string[]) => {
      const { version } = await getMeeting(office, id);
      const input = meetingInput({ people, certificate: false });
      return changeMeeting(office, { ...input, id, version });
    };
    expect(await change([counsellor.id, other.id])).toMatchObject({ ok: true });
    expect([await fileOf(id), (await getMeeting(office, id)).certificate]).toEqual([file, true]);
    expect(await change([office.id])).toMatchObject({ ok: true });
    expect(await lies(file)).toBe(false);
  });

  it('goes with the account, and 24 months after the day; that there was one stays', async () => {
    const leaving = await makeActor({ roles: ['COUNSELLOR'] });
    const { id, version } = await makeMeeting(office, {
      ...{ people: [counsellor.id, leaving.id], certificate: false },
    });
    await moveMeeting(office, { id, version, step: 'attend' });
    const one = await kept(id);
    await keep(id, PDF, leaving.id);
    const theirs = await fileOf(id, leaving.id);
    await ownerDb.user.delete({ where: { id: leaving.id } });
    expect([await lies(theirs), await lies(one)]).toEqual([false, true]);
    setClock(new Date('2028-11-22T12:00:00+01:00'));
    await forgetOldMeetings();
    expect(await lies(one)).toBe(false);
    const back = await makeActor({ roles: ['COORDINATOR'] });
    expect(await getMeeting(back, id)).toMatchObject({ people: [], certificate: true });
    setClock(new Date('2026-11-30T12:00:00+01:00'));
  });
});
