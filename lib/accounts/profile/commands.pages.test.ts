import { beforeAll, describe, expect, it } from 'vitest';
import { now } from '@/lib/core/clock';
import { DAY_MS } from '@/lib/core/day.mjs';
import { db } from '@/lib/core/db';
import { makeSession } from '@/lib/forum/samples';
import { getForumOverview, getNextSession, getSession } from '@/lib/forum/sessions/queries';
import { getProposal } from '@/lib/proposals/details/queries';
import { listProposals } from '@/lib/proposals/reading/queries';
import { proposalRow } from '@/lib/proposals/rows.mjs';
import { testDatabase } from '@/lib/testing/database';
import { makeActor, makeDistrict, makeOffice } from '@/lib/testing/factories';
import { ownerDb } from '@/lib/testing/owner';
import { pagesAfter } from '@/lib/testing/pages';
import { getPoll, listPolls } from '@/lib/voting/queries';
import { makePoll } from '@/lib/voting/samples';
import { deleteAccount, updateProfile } from './commands';
import { deleteUnused } from './privacy';

testDatabase();

const viewer = { locale: 'de' };
let session: Awaited<ReturnType<typeof makeSession>>;
let poll: Awaited<ReturnType<typeof makePoll>>;
let districtId = '';
const numbers = { lead: 0, other: 0 };
let leadId = '';

beforeAll(async () => {
  await makeOffice();
  districtId = (await makeDistrict()).id;
  session = await makeSession();
  poll = await makePoll();
  const [lead, other] = [await makeProposal(), await makeProposal()];
  leadId = lead.id;
  Object.assign(numbers, { lead: lead.number, other: other.number });
});

const makeProposal = (columns: object = {}) =>
  db.proposal.create({
    data: proposalRow({ districtId, ...columns }),
    select: { id: true, number: true },
  });

/** Everything public that names people or counts what they did. */
const PAGES = {
  proposal: () => getProposal(viewer, numbers.lead),
  'another proposal': () => getProposal(viewer, numbers.other),
  proposals: () => listProposals(viewer, { kind: 'all' }, 1),
  session: () => getSession(viewer, session.number),
  sessions: () => getForumOverview(viewer),
  'first page': () => getNextSession(viewer),
  poll: () => getPoll(poll.number),
  polls: () => listPolls(),
};
type Page = keyof typeof PAGES;

let place = 0;
const nextPlace = () => {
  place += 1;
  return place;
};

interface Shown {
  /** Makes what goes with the account, as its domain has it. */
  make(userId: string): Promise<unknown>;
  changes: readonly Page[];
}

/** What a deletion of an account reaches: who sees it, or why nobody does. */
const REACHED: Readonly<Record<string, Shown | string>> = {
  'proposal_supports.user_id': {
    make: (userId) => db.proposalSupport.create({ data: { userId, proposalId: leadId } }),
    changes: ['proposal', 'proposals'],
  },
  // Whoever wrote a joined one counts with its lead.
  'proposals.author_id': {
    make: (authorId) => makeProposal({ authorId, state: 'MERGED', mergedIntoId: leadId }),
    changes: ['proposal', 'proposals'],
  },
  'forum_sessions.moderator_id': {
    make: async (moderatorId) => {
      const named = { moderatorId, moderatorNamed: true };
      await ownerDb.user.update({ where: { id: moderatorId }, data: { displayName: 'Renate V.' } });
      await db.forumSession.update({ where: { id: session.id }, data: named });
    },
    changes: ['session'],
  },
  // Seats stay taken, without a person.
  'registrations.user_id': {
    make: (userId) =>
      ownerDb.registration.create({
        data: {
          ...{ userId, sessionId: session.id, codeHash: userId, name: 'A', persons: 2 },
          ...{ contactKind: 'NUMBER', channel: 'ONLINE', state: 'CONFIRMED' },
          queueNumber: nextPlace(),
        },
      }),
    changes: [],
  },
  'support_requests.user_id': 'a request is between the office and whoever asks',
  'roll_entries.user_id': 'of a poll that is over it only says how many, and it keeps its line',
  'polls.drafted_by_id': 'who drafted a poll is told nobody outside of the office',
  'polls.checked_by_id': 'who checked a poll is told nobody outside of the office',
  'poll_stops.asked_by_id': 'who asked to call a poll off is told nobody outside of the office',
  'poll_stops.settled_by_id': 'who agreed to it is told nobody outside of the office',
  'count_sheets.entered_by_id': 'a record of counting names two people of the office by no account',
  ...Object.fromEntries(
    ['written', 'reviewed', 'earlier_review', 'published'].map((step) => [
      `counselling_editions.${step}_by_id`,
      'who wrote or read a page about a topic is told nobody outside of the office',
    ]),
  ),
  'counsellor_tasks.user_id': 'whoever counsels has their tasks to themselves',
  'counselling.desks.session_id': 'who has opened their calendar of appointments nobody is told',
  'staff_meeting_people.user_id': 'who was at a meeting is told nobody outside of the office',
  ...Object.fromEntries(
    [
      'tasks.assignee',
      'kept_task_doers.user',
      'task_absences.user',
      'task_absences.deputy',
      'task_views.user',
    ].map((place) => [`${place}_id`, 'who of the office does what is told nobody outside of it']),
  ),
  'outreach_walkers.user_id': 'who of the office goes where is told nobody outside of it',
  'access_cards.user_id': 'cards are the office’s',
  'call_list_items.account_id': 'whom the office calls it tells nobody',
  ...Object.fromEntries(
    ['linked_identities', 'recovery_codes', 'role_grants', 'sign_in_codes', 'user_sessions'].map(
      (table) => [`${table}.user_id`, 'opens doors for its owner and is shown to nobody else'],
    ),
  ),
};

it('every cascade from an account is known, by the page that shows it or by why none does', async () => {
  // What goes or is emptied with a row of `users`, and with what goes with it.
  const rows = await ownerDb.$queryRaw<{ place: string }[]>`
    WITH RECURSIVE reached (id) AS (
      SELECT 'users'::regclass::oid
      UNION SELECT conrelid FROM pg_constraint JOIN reached ON confrelid = reached.id
      WHERE contype = 'f' AND confdeltype = 'c')
    SELECT DISTINCT conrelid::regclass || '.' || attname AS place FROM pg_constraint
    JOIN reached ON confrelid = reached.id
    JOIN pg_attribute ON attrelid = conrelid AND attnum = conkey[1]
    WHERE contype = 'f' AND confdeltype IN ('c', 'n') ORDER BY 1`;
  expect(rows.map(({ place }) => place)).toEqual(Object.keys(REACHED).sort());
});

const shown = Object.entries(REACHED).flatMap(([place, of]) =>
  typeof of === 'string' ? [] : [[place, of] as const],
);

describe.each(shown)('%s', (_place, { make, changes }) => {
  it.each(['by whoever has it', 'because nobody used it'])(
    'an account deleted %s drops the pages that say otherwise then',
    async (how) => {
      const actor = await makeActor();
      await make(actor.id);
      const act = async () => {
        if (how === 'by whoever has it') return deleteAccount(actor, 'de');
        const lastSeenAt = new Date(now().getTime() - 800 * DAY_MS);
        await ownerDb.user.update({ where: { id: actor.id }, data: { lastSeenAt } });
        return deleteUnused();
      };
      const pages = await pagesAfter(PAGES, act);
      expect(await db.user.count({ where: { id: actor.id } })).toBe(0);
      expect(pages.changed).toEqual(changes);
      expect(pages.changed.filter((page) => !pages.dropped.includes(page))).toEqual([]);
    },
  );
});

it('a name that stands on the page of a session drops that page when it changes, and no other', async () => {
  const actor = await makeActor();
  const moderated = { moderatorId: actor.id, moderatorNamed: true };
  await db.forumSession.update({ where: { id: session.id }, data: moderated });
  const profile = { displayName: 'Renate Vogel', district: '', locale: 'de' };
  const pages = await pagesAfter(PAGES, () => updateProfile(actor, profile));
  expect(pages).toEqual({ changed: ['session'], dropped: ['session'] });
});
