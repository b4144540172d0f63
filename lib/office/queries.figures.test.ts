import fs from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '@/lib/accounts/types';
import { listFormats } from '@/lib/activation/formats/queries';
import { listOwed } from '@/lib/activation/inviting/queries';
import { formatRow, surveyRow, trialRow } from '@/lib/activation/rows.mjs';
import { now, setClock } from '@/lib/core/clock';
import { DAY_MS, dayColumn, dayOf } from '@/lib/core/day.mjs';
import { db } from '@/lib/core/db';
import { pageOf } from '@/lib/core/pages';
import { makePublicTopic } from '@/lib/counselling/samples';
import { DOMAINS } from '@/lib/domains';
import { makeSession } from '@/lib/forum/samples';
import { listRequests } from '@/lib/initiatives/handling/queries';
import { GROUP_NAMES as REQUEST_GROUPS } from '@/lib/initiatives/handling/rules';
import { makeRequest } from '@/lib/initiatives/samples';
import { listCalls } from '@/lib/mail/calls/queries';
import { listUndeliveredMails } from '@/lib/mail/failed/queries';
import type { WaitingKind } from '@/lib/manifest';
import { listMeetings } from '@/lib/meetings/queries';
import { meetingRow } from '@/lib/meetings/rows.mjs';
import { makeMeeting } from '@/lib/meetings/samples';
import { listRounds } from '@/lib/outreach/rounds/queries';
import { roundRow } from '@/lib/outreach/rows.mjs';
import { countInboxGroups, listInbox } from '@/lib/proposals/review/queries';
import { GROUP_NAMES, INBOX_GROUPS, INBOX_SHOWN } from '@/lib/proposals/review/rules';
import { proposalRow } from '@/lib/proposals/rows.mjs';
import type { ProposalState } from '@/lib/proposals/types';
import { listTasks } from '@/lib/tasks/queries';
import { taskRow } from '@/lib/tasks/rows.mjs';
import { testDatabase } from '@/lib/testing/database';
import { makeActor, makeDistrict, makeOffice, makePartner } from '@/lib/testing/factories';
import { ownerDb } from '@/lib/testing/owner';
import { makePoll } from '@/lib/voting/samples';
import { askToStop } from '@/lib/voting/stop/commands';
import { getMore, getToday } from './queries';

testDatabase();

const daysAgo = (days: number) => new Date(now().getTime() - days * DAY_MS);
const LONG_AGO = dayColumn(dayOf(daysAgo(40)));

let office: Actor;
let away: Actor;
/** Away, and nobody stands in. */
let alone: Actor;
let here = '';
/** One that was put away since. */
let gone = '';
let partnerId = '';

const KINDS: [string, WaitingKind][] = DOMAINS.flatMap(({ waits }) => Object.entries(waits));

const propose = (state: ProposalState, columns: object = {}) =>
  db.proposal.create({
    data: { ...proposalRow({ districtId: gone, state, stateSince: daysAgo(40) }), ...columns },
  });

async function handOver(columns: object) {
  const { id: proposalId } = await propose('HANDED_OVER');
  await db.handover.create({ data: { proposalId, partnerId, question: 'Geht das?', ...columns } });
}

const task = (columns: object) =>
  db.task.create({ data: taskRow({ dueOn: LONG_AGO, ...columns }) });

/** How one more of each kind comes to wait, of those that are told one by one. */
async function promise() {
  const { id: sessionId } = await makeSession();
  const data = { sessionId, text: 'Schlüssel', assignee: 'Inge', dueOn: LONG_AGO };
  return (await db.forumTask.create({ data, select: { id: true } })).id;
}
const given = (taskId: string, userId: string | null) =>
  db.keptTaskDoer.create({ data: { taskId, userId } });

const MAKE: Record<string, () => Promise<unknown>> = {
  proposal: () => propose('SUBMITTED'),
  unanswered: () => propose('NEEDS_CLARIFICATION', { question: 'Wo?', answerBy: LONG_AGO }),
  askedLong: () => propose('NEEDS_CLARIFICATION', { question: 'Wo?', answerBy: null }),
  handover: () => handOver({ sentAt: daysAgo(50), sentHow: 'LETTER', answerDueAt: LONG_AGO }),
  unsent: () => handOver({}),
  request: () => makeRequest(gone),
  staffMeetingSoon: () => makeMeeting(office, { day: dayOf(daysAgo(-3)), people: [office.id] }),
  forumTask: () => promise(),
  keptNobody: async () => given(await promise(), alone.id),
  keptReturned: async () => given(await promise(), null),
  taskReturned: () => task({ wasGiven: true }),
  task: () => task({ assigneeId: office.id }),
  taskDeputy: () => task({ assigneeId: away.id }),
  taskNobody: () => task({}),
  check: () => makePoll({ draft: true, columns: { readyAt: now() } }),
  stop: async () => {
    const { number } = await makePoll();
    const asked = await askToStop(away, { number, option: null, reason: 'Der Platz ist weg.' });
    expect(asked).toMatchObject({ ok: true });
  },
  count: async () => {
    const over = { opensAt: daysAgo(3), closesAt: daysAgo(1), columns: { channels: ['PAPER'] } };
    const { id } = await makePoll(over as Parameters<typeof makePoll>[0]);
    await db.poll.update({ where: { id }, data: { state: 'CLOSED' } });
  },
  counsellingTopic: async () => {
    setClock(daysAgo(300));
    await makePublicTopic(office);
    setClock(null);
  },
};

beforeAll(async () => {
  await makeOffice();
  here = (await makeDistrict()).id;
  gone = (await makeDistrict()).id;
  partnerId = (await makePartner()).id;
  office = await makeActor({ roles: ['COORDINATOR'] });
  away = await makeActor({ roles: ['COORDINATOR'] });
  alone = await makeActor({ roles: ['COORDINATOR'] });
  const days = {
    ...{ fromDay: dayColumn(dayOf(daysAgo(2))), untilDay: dayColumn(dayOf(daysAgo(-9))) },
  };
  await db.taskAbsence.createMany({
    data: [
      { userId: away.id, deputyId: office.id, ...days },
      { userId: alone.id, ...days },
    ],
  });
  for (const make of Object.values(MAKE)) for (let each = 0; each < 3; each += 1) await make();
  await db.district.update({ where: { id: gone }, data: { active: false } });
});

describe('what does not fit on the first page', () => {
  const told = KINDS.filter(([, as]) => !as.counted && !as.ahead).map(([kind]) => kind);

  it('is known here for every kind', () => {
    expect(Object.keys(MAKE).toSorted()).toEqual(told.toSorted());
  });

  it.each(told)('of %s is as much as its link says, each once', async (kind) => {
    const { groups } = await getToday(office);
    const [row] = groups.flatMap(({ tasks }) => tasks).filter((one) => one.kind === kind);
    const total = row?.total ?? 0;
    expect(total).toBeGreaterThanOrEqual(3);
    const more = await getMore(office, kind, 1);
    const rows = more?.groups.flatMap(({ tasks }) => tasks) ?? [];
    expect([more?.count, rows.length]).toEqual([total - 1, total - 1]);
    expect(rows.every((one) => one.kind === kind)).toBe(true);
  });

  it('is what the first page says, also of a district that was put away', async () => {
    for (let each = 0; each < 14; each += 1) await MAKE.proposal?.();
    const { more, groups } = await getToday(office);
    const said = more.find(({ kind }) => kind === 'proposal')?.count ?? 0;
    const listed = groups.flatMap(({ tasks }) => tasks).filter(({ kind }) => kind === 'proposal');
    const rest = (await getMore(office, 'proposal'))?.groups.flatMap(({ tasks }) => tasks) ?? [];
    expect([said, rest.length]).toEqual([5, 5]);
    const numbers = new Set([...listed, ...rest].map(({ number }) => number));
    expect(numbers.size).toBe(17);
    expect([await getMore(office, 'phone'), await getMore(office, 'constructor')]).toEqual([
      null,
      null,
    ]);
  });
});

/** Of what stands together: how many the page that is linked shows of it. */
const COUNTED: Record<string, () => Promise<number>> = {
  phone: async () => (await listCalls(office)).phone.length,
  letter: async () => (await listCalls(office)).letters.length,
  mail: async () => (await listUndeliveredMails(office)).failed.length,
  staffMeeting: async () => (await listMeetings(office)).open.length,
  activationTrial: async () => (await listFormats(office)).filter(({ waits }) => waits).length,
  activationSurvey: async () =>
    (await listOwed(office)).filter(
      ({ phase, isOwed }) => phase === 'over' || phase === 'finished' || isOwed,
    ).length,
  taskEmptied: async () => (await listTasks(office)).open.filter(({ text }) => text === '').length,
  outreachRound: async () => (await listRounds(office, 1, 1000)).open.length,
};

/** Its page shows all rules, which are measured where the program runs. */
const AMONG_OTHERS = ['retention'];

/** A format that was tried on these days. */
async function format(state: 'CONCEPT' | 'IN_TRIAL' | 'EVALUATED', ...days: number[]) {
  const { id } = await ownerDb.activationFormat.create({ data: formatRow({ state }) });
  for (const ago of days) {
    const trial = { formatId: id, districtId: gone, day: dayColumn(dayOf(daysAgo(ago))) };
    await ownerDb.activationTrial.create({ data: trialRow(trial) });
  }
}

/** A survey that is over, and somebody who wants to be invited after it. */
async function survey(code: string, columns: object, mail?: 'QUEUED' | 'SENT') {
  const days = { startsOn: LONG_AGO, endsOn: LONG_AGO };
  const { id } = await ownerDb.activationSurvey.create({
    data: { ...surveyRow({ code, ...days }), opened: true, ...columns },
  });
  const text = { recipient: 'a@post.example', subject: 's', text: 't' };
  const sent = mail && (await db.outgoingMail.create({ data: { ...text, state: mail } }));
  const wanting = { surveyId: id, name: 'Inge', contact: 'inge@post.example' };
  await ownerDb.activationInvitation.create({ data: { ...wanting, mailId: sent?.id ?? null } });
}

/** Tasks, surveys, formats and rounds of which some wait and some do not. */
async function makeTogether(): Promise<void> {
  for (const state of ['OPEN', 'OPEN', 'DONE'] as const)
    await ownerDb.task.create({
      data: taskRow({
        state,
        text: '',
        thingKind: 'proposal',
        ...(state === 'DONE' ? { closedAt: now() } : {}),
      }),
    });
  // What it was about is gone; what it says goes in the night.
  const about = { thingKind: 'proposal', thingId: crypto.randomUUID() };
  await ownerDb.task.create({ data: taskRow({ text: 'Anrufen', ...about }) });
  // They go their way by acts that are tried elsewhere; here they stand where they would have come to.
  await ownerDb.$executeRaw`ALTER TABLE activation_surveys DISABLE TRIGGER USER`;
  await ownerDb.$executeRaw`ALTER TABLE activation_invitations DISABLE TRIGGER USER`;
  await ownerDb.$executeRaw`ALTER TABLE activation_formats DISABLE TRIGGER USER`;
  await ownerDb.$executeRaw`ALTER TABLE activation_trials DISABLE TRIGGER USER`;
  // Tried once; twice, the last time not long ago; long ago and once more to come; evaluated; never.
  await format('IN_TRIAL', 20);
  await format('IN_TRIAL', 40, 3);
  await format('IN_TRIAL', 40, -5);
  await format('EVALUATED', 40);
  await format('CONCEPT');
  const told = { finished: true, toldAt: now(), summary: 'Gesagt.' };
  await survey('ACDEFG', {});
  await survey('ACDEFH', { finished: true });
  await survey('ACDEFJ', told);
  await survey('ACDEFK', { ...told, invitedAt: now() }, 'QUEUED');
  // Everybody was told, and reached.
  await survey('ACDEFM', { ...told, invitedAt: now() }, 'SENT');
  const ended = { districtId: here, startsAt: daysAgo(40), endsAt: daysAgo(39) };
  for (const columns of [{}, {}, { state: 'CANCELLED' as const, reason: 'Regen' }])
    await db.outreachRound.create({ data: { ...roundRow(ended), ...columns } });
}

describe('what stands together on the first page', () => {
  beforeAll(async () => {
    await makeTogether();
    const call = (contact: string, columns: object = {}) => ({
      ...{ kind: 'PHONE' as const, person: 'A', contact, message: 'x', dueAt: now(), ...columns },
    });
    await db.callListItem.createMany({
      data: [
        call('0371 1'),
        // The same number, written otherwise.
        call('+49 371 1'),
        call('0371 2', { kind: 'LETTER' as const }),
        call('0371 3', { kind: 'LETTER' as const }),
        call('0371 4'),
        call('0371 5', { doneAt: now() }),
        call('0371 6', { endsAt: daysAgo(1) }),
      ],
    });
    const mail = { recipient: 'a@post.example', subject: 's', text: 't' };
    await db.outgoingMail.createMany({
      data: [
        { ...mail, state: 'FAILED' },
        { ...mail, state: 'FAILED' },
        // Not to leave any more.
        { ...mail, state: 'FAILED', keptBack: true },
        { ...mail, state: 'SENT' },
      ],
    });
    for (const columns of [{}, {}, { state: 'ATTENDED' as const, people: 1 }])
      await db.staffMeeting.create({
        data: { ...meetingRow({ day: LONG_AGO }), ...columns },
        select: { id: true },
      });
  });

  it('is known here for every kind', () => {
    const counted = KINDS.filter(([, as]) => as.counted).map(([kind]) => kind);
    expect([...Object.keys(COUNTED), ...AMONG_OTHERS].toSorted()).toEqual(counted.toSorted());
  });

  it.each(Object.keys(COUNTED))('as %s is as much as its page shows', async (kind) => {
    const { groups } = await getToday(office);
    const [row] = groups.flatMap(({ tasks }) => tasks).filter((one) => one.kind === kind);
    expect(row?.total).toBeGreaterThanOrEqual(2);
    expect(row?.total).toBe(await COUNTED[kind]?.());
  });
});

describe('a list of the office with its number beside it', () => {
  it('of proposals has as many lines on all its pages', async () => {
    const states = GROUP_NAMES.flatMap((group) => [...INBOX_GROUPS[group]]);
    const emptied = { title: '(gelöscht)', body: '', authorId: null, resultNote: 'Da.' };
    const more = states.map((state) => ({
      ...proposalRow({ districtId: here, state }),
      ...emptied,
    }));
    const many = Array.from({ length: INBOX_SHOWN + 5 }, () =>
      proposalRow({ districtId: gone, state: 'WITHDRAWN' as const }),
    );
    await db.proposal.createMany({ data: [...more, ...many] });
    const counts = await countInboxGroups(office);
    for (const group of GROUP_NAMES) {
      const { pages } = pageOf(counts[group], 1, INBOX_SHOWN);
      const seen = new Set<number>();
      for (let page = 1; page <= pages; page += 1)
        for (const { number } of await listInbox(office, group, page)) seen.add(number);
      expect([group, seen.size]).toEqual([group, counts[group]]);
    }
    expect(counts.closed).toBeGreaterThan(INBOX_SHOWN);
  });

  it('of requests has as many lines on all its pages', async () => {
    for (const group of REQUEST_GROUPS) {
      const { lines, counts, pages } = await listRequests(office, group);
      expect([group, lines.length, pages]).toEqual([group, counts[group], 1]);
    }
  });
});

/** Pages of the office whose links have a number, each tried above or, for the figures of a report, in its own test. */
const TRIED = ['anfragen/page.tsx', 'page.tsx', 'vorschlaege/page.tsx'];
/** Leads to a file of the cards of which the page has just read so many. */
const OF_THE_SAME_ROWS = ['karten/[batch]/page.tsx'];

it('no other page of the office has a link with a number beside it', () => {
  const root = path.join(process.cwd(), 'app/[locale]/(team)/team');
  const files = fs
    .readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('page.tsx'));
  const withNumber = files.filter((file) => {
    const source = fs.readFileSync(path.join(root, file), 'utf8');
    const links = [
      ...source.matchAll(/<a\b[^>]*>[\s\S]*?<\/a>/g),
      ...source.matchAll(/<ButtonLink\b[\s\S]*?<\/ButtonLink>/g),
      ...source.matchAll(/<FilterLinks\b[\s\S]*?\/>/g),
    ];
    return links.some(([link]) => /\bcount\b/.test(link));
  });
  expect(withNumber.map((file) => file.replaceAll(path.sep, '/')).toSorted()).toEqual(
    [...TRIED, ...OF_THE_SAME_ROWS].toSorted(),
  );
});
