import { beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '@/lib/accounts/types';
import { tellInBatches } from '@/lib/cases/telling/jobs';
import { db } from '@/lib/core/db';
import { makeSession, putOnAgenda } from '@/lib/forum/samples';
import { proposalRow } from '@/lib/proposals/rows.mjs';
import { testDatabase } from '@/lib/testing/database';
import { makeActor, makeDistrict, makeOffice } from '@/lib/testing/factories';
import { mailsAsSent } from '@/lib/testing/mails';
import { itemSeenNow, seenNow } from '@/lib/testing/seen';
import { tellEverybody } from '@/lib/testing/tellings';
import { moveAgendaItem, saveAgendaItem } from '../agenda/commands';
import { updateSession } from '../planning/commands';
import { getSessionForm } from '../planning/queries';
import { callOff } from '../progress/commands';
import { tellAgenda, tellAuthorsOfChange } from './steps';

testDatabase();

let staff: Actor;
let districtId = '';
beforeAll(async () => {
  await makeOffice();
  staff = await makeActor({ roles: ['COORDINATOR'] });
  districtId = (await makeDistrict()).id;
});

let made = 0;
type Changes = Partial<Parameters<typeof proposalRow>[0]>;

/** A public proposal of somebody with an address of their own. */
async function proposed(changes: Changes = {}) {
  made += 1;
  const mail = { contactKind: 'MAIL', contactValue: `autor-${made}@post.example` } as const;
  return db.proposal.create({ data: proposalRow({ districtId, ...mail, ...changes }) });
}

/** A coming session with these proposals on its agenda, each an item of its own. */
async function sessionAbout(...proposals: { number: number }[]) {
  const session = await makeSession();
  for (const { number } of proposals) await putOnAgenda(session.id, number);
  return session;
}

const itemsOf = (sessionId: string) =>
  db.agendaItem.findMany({ where: { sessionId }, orderBy: { position: 'asc' } });

async function move(
  session: { id: string; number: number },
  item: string,
  how: 'remove' | 'restore',
) {
  const input = await itemSeenNow({ session: session.number, item, move: how });
  expect(await moveAgendaItem(staff, input)).toMatchObject({ ok: true });
}

async function end(number: number, step: 'cancel' | 'postpone') {
  const input = await seenNow({ session: number, step, reason: 'Der Saal ist gesperrt.' });
  expect(await callOff(staff, input)).toMatchObject({ ok: true });
}

const told = async ({ contactValue }: { contactValue: string }) =>
  (await mailsAsSent({ recipient: contactValue })).map(({ subject }) => subject);

describe('whoever wrote a proposal on an agenda', () => {
  it.each([
    ['cancel', 'Fällt aus'],
    ['postpone', 'Verschoben'],
  ] as const)(
    'hears once of %s, of all of theirs in one mail, with the reason',
    async (step, word) => {
      const first = await proposed();
      const second = await proposed({ contactValue: first.contactValue });
      const session = await sessionAbout(first, second);
      await end(session.number, step);
      await tellEverybody();
      await tellEverybody();
      const [mail, ...more] = await mailsAsSent({ recipient: first.contactValue });
      expect(more).toEqual([]);
      expect(mail?.subject).toContain(word);
      expect(mail?.text).toContain(`Nr. ${first.number} und Nr. ${second.number}`);
      expect(mail?.text).toContain('Der Saal ist gesperrt.');
    },
  );

  it('hears of the new date, and so does whoever wrote one that is joined to it', async () => {
    const lead = await proposed();
    const joined = await proposed({ state: 'MERGED', mergedIntoId: lead.id });
    const session = await sessionAbout(lead);
    const form = await getSessionForm(staff, session.number);
    if (!form) throw new Error('no form');
    const { version, districts: _none, calledOff: _off, ...fields } = form;
    const { slug } = await db.district.findUniqueOrThrow({ where: { id: districtId } });
    const moved = await updateSession(staff, {
      ...fields,
      ...{ session: session.number, version, districts: [slug], capacity: null, hour: '' },
      ...{ reason: '', forget: false },
      place: 'Turnhalle',
    });
    expect(moved).toMatchObject({ ok: true });
    await tellEverybody();
    for (const one of [lead, joined]) {
      const [mail, ...more] = await mailsAsSent({ recipient: one.contactValue });
      expect([mail?.text.includes('Turnhalle'), more]).toEqual([true, []]);
      expect(mail?.text).toContain(`Nr. ${one.number}`);
    }
  });

  it('is called where there is no address, beside what they are to hear of the proposal itself', async () => {
    const phone = { contactKind: 'PHONE', contactValue: '0351 1111', name: 'Inge' } as const;
    const proposal = await proposed(phone);
    const call = { kind: 'PHONE', person: 'Inge', contact: '0351 1111' } as const;
    await db.callListItem.create({
      data: { ...call, message: 'veröffentlicht', caseId: proposal.id, dueAt: new Date() },
    });
    const session = await sessionAbout(proposal);
    await end(session.number, 'postpone');
    await tellEverybody();
    await end(session.number, 'cancel');
    await tellEverybody();
    const calls = await db.callListItem.findMany({
      where: { person: 'Inge' },
      orderBy: { id: 'asc' },
    });
    // What is newer about the session has taken the place of what was older about it.
    expect(calls.map(({ subject }) => subject.slice(0, 9))).toEqual(['', 'Fällt aus']);
  });

  it('hears that it is called off also when theirs was struck just before, unless they know that', async () => {
    const [struck, known, stays] = [await proposed(), await proposed(), await proposed()];
    const session = await sessionAbout(struck, known, stays);
    const [first, second] = await itemsOf(session.id);
    await move(session, second?.id ?? '', 'remove');
    await tellEverybody();
    await move(session, first?.id ?? '', 'remove');
    await end(session.number, 'cancel');
    await tellEverybody();
    const subjects = await Promise.all([struck, known, stays].map(told));
    expect(subjects.map((all) => all.map((subject) => subject.slice(0, 10)))).toEqual([
      ['Fällt aus:'],
      ['Nicht mehr'],
      ['Fällt aus:'],
    ]);
    // Taken off afterwards, to come to the next one: that is nothing to hear of.
    const [third] = await itemsOf(session.id);
    await move(session, third?.id ?? '', 'remove');
    await tellEverybody();
    expect(await told(stays)).toHaveLength(1);
  });

  it('hears when it is struck, once, and when it is there again', async () => {
    const proposal = await proposed();
    const session = await sessionAbout(proposal);
    const [item] = await itemsOf(session.id);
    await move(session, item?.id ?? '', 'remove');
    await tellEverybody();
    await tellEverybody();
    expect(await told(proposal)).toEqual([
      `Nicht mehr auf der Tagesordnung: Nr. ${proposal.number}`,
    ]);
    await move(session, item?.id ?? '', 'restore');
    await tellEverybody();
    expect(await told(proposal)).toEqual([
      `Nicht mehr auf der Tagesordnung: Nr. ${proposal.number}`,
      `Wieder auf der Tagesordnung: Nr. ${proposal.number}`,
    ]);
  });

  it('hears nothing of a wrong press that was put right, nor while another item is about it', async () => {
    const [proposal, twice] = [await proposed(), await proposed()];
    const session = await sessionAbout(proposal, twice, twice);
    const [item, , other] = await itemsOf(session.id);
    await move(session, item?.id ?? '', 'remove');
    await move(session, item?.id ?? '', 'restore');
    await move(session, other?.id ?? '', 'remove');
    await tellEverybody();
    expect(await told(proposal)).toEqual([]);
    expect(await told(twice)).toEqual([]);
  });

  it('hears when an item is about something else now', async () => {
    const proposal = await proposed();
    const session = await sessionAbout(proposal);
    const [item] = await itemsOf(session.id);
    const seen = await itemSeenNow({ session: session.number, item: item?.id ?? '' });
    const input = { ...seen, title: 'Licht', kind: 'proposals', minutes: 10 } as const;
    await saveAgendaItem(staff, { ...input, presenter: '', note: '', proposals: [] });
    await tellEverybody();
    expect(await told(proposal)).toHaveLength(1);
  });

  it('hears nothing of what they took back, nor once the session is over', async () => {
    const gone = await proposed({ state: 'WITHDRAWN' });
    const past = await proposed();
    const session = await sessionAbout(gone);
    await end(session.number, 'cancel');
    const held = await makeSession({ state: 'HELD', inDays: -1 });
    await putOnAgenda(held.id, past.number);
    const [item] = await itemsOf(held.id);
    await move(held, item?.id ?? '', 'remove');
    await tellEverybody();
    expect([await told(gone), await told(past)]).toEqual([[], []]);
  });

  it.each(['remove', 'cancel'] as const)(
    'is told once, and of all of theirs, however small the batches in which all hear of %s',
    async (what) => {
      const lead = await proposed();
      const more = await Promise.all(
        [1, 2, 3].map(() => proposed({ state: 'MERGED', mergedIntoId: lead.id })),
      );
      const session = await sessionAbout(lead);
      const [item] = await itemsOf(session.id);
      if (what === 'remove') await move(session, item?.id ?? '', 'remove');
      else await end(session.number, 'cancel');
      const name = what === 'remove' ? 'tell-agenda' : 'tell-agenda-change';
      const { id } = await db.telling.findFirstOrThrow({ where: { name } });
      await tellInBatches(id, what === 'remove' ? tellAgenda : tellAuthorsOfChange, 1);
      for (const one of [lead, ...more]) expect(await told(one)).toHaveLength(1);
      await tellEverybody();
    },
  );
});
