import { beforeAll, describe, expect, it } from 'vitest';
import { LOCALES } from '@/lib/core/paths';
import { DOMAINS } from '@/lib/domains';
import { makeSession } from '@/lib/forum/samples';
import { catalogue } from '@/lib/i18n/catalogue';
import type { OwnPart, PersonalDataEntry } from '@/lib/manifest';
import { meetingRow } from '@/lib/meetings/rows.mjs';
import { testDatabase } from '@/lib/testing/database';
import { makeActor, makeDistrict, makeOffice } from '@/lib/testing/factories';
import { ownerDb } from '@/lib/testing/owner';
import { getOwnData } from './queries';

testDatabase();

const registers = await Promise.all(DOMAINS.map(({ register }) => register()));
const entries = new Map<string, PersonalDataEntry>(
  registers.flatMap((register) => Object.entries(register)),
);

/** Found for this column of this model only. */
const mark = (model: string, column: string) => `[${model}.${column}]`;
const marks = <Column extends string>(model: string, ...columns: Column[]) =>
  Object.fromEntries(columns.map((column) => [column, mark(model, column)])) as Record<
    Column,
    string
  >;

/** Rows of one person by model; what is written down here is looked for in the answer. */
const PLANTED: Record<string, readonly string[]> = {
  User: ['displayName', 'reminderPhone'],
  UserSession: ['browser'],
  LinkedIdentity: ['providerAccountId'],
  Registration: ['name', 'contactValue', 'needs', 'needsNote'],
  SupportRequest: [
    ...['title', 'body', 'name', 'contactValue'],
    ...['groupName', 'wantedFor', 'reasonText'],
  ],
  Proposal: ['name', 'contactValue', 'question'],
  ProposalWording: ['title', 'body'],
  ProposalStep: ['note'],
  SupportStep: ['note'],
  CallListItem: ['person', 'contact', 'message'],
};

/** Columns that are not texts somebody wrote, and keys, with the reason why no mark is looked for. */
const KEY = 'opens doors and tells nothing';
const OWNER = 'says only whose row it is';
const KIND = 'goes with the value beside it';
const TIME = 'a moment or a choice, no words';
const EXCUSED: Record<string, Record<string, string>> = {
  User: {
    ...{ email: 'has to be an address', districtId: 'shown by name', partnerId: 'shown by name' },
    ...{ locale: TIME, forumRight: TIME, pollReminders: TIME, createdAt: TIME, lastSeenAt: TIME },
    ...{ totpConfirmedAt: TIME, totpLastStep: KEY, totpSecret: KEY },
  },
  UserSession: {
    ...{ userId: OWNER, createdAt: TIME, lastSeenAt: TIME, expiresAt: TIME },
    ...{ secondFactorAt: TIME, area: TIME, tokenHash: KEY },
  },
  LinkedIdentity: { userId: OWNER },
  Registration: {
    ...{ userId: OWNER, persons: TIME, contactKind: KIND, locale: TIME, createdAt: TIME },
    ...{ movedUpAt: TIME, cancelledAt: TIME, codeHash: KEY },
  },
  SupportRequest: {
    userId: OWNER,
    contactKind: KIND,
    locale: TIME,
    amountEur: TIME,
    codeHash: KEY,
  },
  ProposalWording: { agreedHow: TIME, agreedAt: TIME },
  ProposalStep: {},
  SupportStep: { by: 'asked for, so that only their own is told' },
  CallListItem: {
    ...{ accountId: OWNER, caseId: 'told by what it is about' },
    ...{ doneById: 'the work of the office', note: 'the work of the office' },
  },
  Proposal: { authorId: OWNER, nameChoice: KIND, contactKind: KIND, locale: TIME, codeHash: KEY },
};

/** What the office wrote for itself. */
const OFFICES = '[the office]';

const contact = { contactKind: 'PHONE' } as const;

const plantAccount = (id: string) =>
  ownerDb.user.update({
    where: { id },
    data: {
      ...marks('User', 'displayName', 'reminderPhone'),
      forumRight: true,
      identities: {
        create: {
          provider: 'https://idp.example',
          ...marks('LinkedIdentity', 'providerAccountId'),
        },
      },
      sessions: { updateMany: { where: {}, data: marks('UserSession', 'browser') } },
    },
  });

async function plantCases(id: string): Promise<void> {
  const user = { connect: { id } };
  const at = new Date();
  const { id: districtId } = await makeDistrict();
  await plantSeat(user);
  await ownerDb.supportRequest.create({
    data: {
      ...{ user, district: { connect: { id: districtId } }, codeHash: 'request', ...contact },
      ...marks('SupportRequest', 'title', 'body', 'name', 'contactValue'),
      ...marks('SupportRequest', 'groupName', 'wantedFor', 'reasonText'),
      ...{ channel: 'ONLINE', state: 'RECEIVED', stateSince: at, requestedAt: at },
      steps: {
        create: [
          { to: 'CLARIFYING', at, by: 'asker', ...marks('SupportStep', 'note') },
          { to: 'CLARIFYING', at, by: 'office', note: OFFICES },
        ],
      },
    },
  });
  await ownerDb.proposal.create({
    data: {
      ...{ author: user, district: { connect: { id: districtId } }, codeHash: 'proposal' },
      ...{
        ...contact,
        ...marks('Proposal', 'name', 'contactValue', 'question'),
        title: 'Bank',
        body: 'Eine Bank',
      },
      ...{ nameChoice: 'FIRST_NAME', intakeChannel: 'ONLINE', state: 'SUBMITTED' },
      ...{ stateSince: at, submittedAt: at },
      wording: {
        create: { ...marks('ProposalWording', 'title', 'body'), agreedHow: 'PHONE', agreedAt: at },
      },
      steps: {
        create: [
          { to: 'UNDER_REVIEW', at, by: 'author', ...marks('ProposalStep', 'note') },
          { to: 'UNDER_REVIEW', at, by: 'office', note: OFFICES },
        ],
      },
    },
  });
}

const plantCall = (id: string) =>
  ownerDb.callListItem.create({
    data: {
      ...{ accountId: id, kind: 'PHONE', note: OFFICES, dueAt: new Date() },
      ...marks('CallListItem', 'person', 'contact', 'message'),
    },
  });

async function plantSeat(user: { connect: { id: string } }): Promise<void> {
  const session = await makeSession();
  await ownerDb.registration.create({
    data: {
      ...{ user, session: { connect: { id: session.id } }, codeHash: 'registration', persons: 1 },
      ...{
        ...contact,
        ...marks('Registration', 'name', 'contactValue', 'needsNote'),
        needs: [mark('Registration', 'needs')],
      },
      ...{ channel: 'ONLINE', state: 'CONFIRMED', queueNumber: 1 },
    },
  });
}

const plantMeeting = (userId: string) =>
  ownerDb.staffMeeting.create({
    data: { ...meetingRow({ people: 1 }), participants: { create: { userId } } },
  });

let told: string;
let parts: OwnPart[];
beforeAll(async () => {
  await makeOffice();
  const actor = await makeActor();
  await plantAccount(actor.id);
  await plantCases(actor.id);
  await plantCall(actor.id);
  await plantMeeting(actor.id);
  parts = await getOwnData(actor);
  told = JSON.stringify(parts);
});

describe.each(Object.entries(PLANTED))('what is kept of a person in %s', (model, planted) => {
  it('stands in the answer', () => {
    expect(planted.filter((column) => !told.includes(mark(model, column)))).toEqual([]);
  });

  it('is looked for or excused, column by column', () => {
    const { personal, sensitive } = entries.get(model) ?? { personal: [], sensitive: [] };
    const known = [...planted, ...Object.keys(EXCUSED[model] ?? {})];
    expect(known.sort()).toEqual([...personal, ...sensitive].sort());
  });
});

it('tells the right to vote in the Forum and where somebody was sent, and nothing the office wrote', () => {
  const account = parts.find(({ part }) => part === 'account');
  expect(account?.rows[0]).toMatchObject({ forumRight: '✓' });
  const meetings = parts.find(({ part }) => part === 'meetings');
  expect(meetings?.rows).toMatchObject([{ day: '2026-09-24', certificate: '' }]);
  expect(told).not.toContain(OFFICES);
});

/** Models that name somebody and of which no mark is looked for, with the reason. */
const WITHOUT_WORDS: Record<string, string> = {
  RoleGrant: 'rights and moments, told by name',
  AccessCard: 'told by number',
  RollEntry: 'told by the name of the poll',
  StaffMeetingPerson: 'told by the title and the day of the meeting',
  ProposalSupport: 'told by the title of the proposal',
  ForumSession: 'told by the title of the session',
  SignInCode: 'gone after a day, holds the address and keys',
  RecoveryCode: 'only a key',
  Invitation: 'named as the one who invited, in the work of the office',
  AuditEntry: 'the work of the office, kept twelve months, spoken of on the page',
  Poll: 'the work of the office',
  CountSheet: 'the work of the office',
  PollStop: 'the work of the office',
};
const OF_SOMEBODY = /^(?:user|author|moderator|actor|assignee)Id$|ById$/;

it('goes through every model of the registers that names a person', () => {
  const naming = [...entries].filter(([, { personal }]) =>
    personal.some((column) => OF_SOMEBODY.test(column)),
  );
  const untold = [...entries].filter(([, entry]) => entry.untold).map(([model]) => model);
  const known = new Set([...Object.keys(PLANTED), ...Object.keys(WITHOUT_WORDS), ...untold]);
  // The account itself, and what belongs to a proposal or a request and so to whoever made it.
  for (const name of ['User', 'ProposalWording', 'ProposalStep', 'SupportStep']) known.delete(name);
  expect(naming.map(([model]) => model).sort()).toEqual([...known].sort());
});

it.each(LOCALES)('calls each of it by a name in %s', async (locale) => {
  const { profile } = await catalogue(locale);
  const { part, field } = (profile as { data: Record<'part' | 'field', Record<string, string>> })
    .data;
  const fields = parts.flatMap(({ rows }) => rows.flatMap((row) => Object.keys(row)));
  expect(parts.map((each) => each.part).filter((name) => !part[name])).toEqual([]);
  expect([...new Set(fields)].filter((name) => !field[name])).toEqual([]);
});
