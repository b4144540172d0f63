import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { system } from '@/lib/accounts/actor';
import { signInWithCode } from '@/lib/accounts/sign-in/commands';
import type { Actor } from '@/lib/accounts/types';
import { addEntry } from '@/lib/calendar/entries/commands';
import { getFeed } from '@/lib/calendar/feed/queries';
import { entryInput } from '@/lib/calendar/samples';
import { localDateOf, now } from '@/lib/core/clock';
import { DAY_MS } from '@/lib/core/day.mjs';
import { countTry } from '@/lib/core/rate-limit';
import { newCode } from '@/lib/core/tokens';
import { cancelRegistration } from '@/lib/forum/registrations/commands';
import { forgetOldRegistrations } from '@/lib/forum/registrations/privacy';
import { makeSession, signUpFor } from '@/lib/forum/samples';
import { forgetOldRequests } from '@/lib/initiatives/privacy';
import { makeRequest } from '@/lib/initiatives/samples';
import { getToday } from '@/lib/office/queries';
import { getProposal } from '@/lib/proposals/details/queries';
import { submitProposal } from '@/lib/proposals/intake/commands';
import { forgetOldProposals } from '@/lib/proposals/privacy';
import { decideProposal } from '@/lib/proposals/review/commands';
import { publicHolidays } from '@/lib/settings/holidays.mjs';
import { moveClock } from '@/lib/testing/clock';
import { testDatabase } from '@/lib/testing/database';
import {
  makeActor,
  makeCategory,
  makeContext,
  makeDistrict,
  makeGuest,
  makeOffice,
} from '@/lib/testing/factories';
import { ownerDb } from '@/lib/testing/owner';
import { proposalSeenNow } from '@/lib/testing/seen';
import { accepted, askForCode, newBrowser } from '@/lib/testing/sign-in';
import { ODD_MOMENTS } from '@/lib/tooling/moved-clock.mjs';
import { sealPoll } from '@/lib/voting/commands';
import { makePoll } from '@/lib/voting/samples';
import { castBallot } from '@/lib/voting/vote/commands';

testDatabase();

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const later = (milliseconds: number) => moveClock(new Date(now().getTime() + milliseconds));

let districtId = '';
let slug = '';
let categoryId = '';
let office: Actor;

beforeAll(async () => {
  await makeOffice({ promiseWorkdays: 5 });
  ({ id: districtId, slug } = await makeDistrict());
  categoryId = (await makeCategory()).id;
});
afterEach(() => moveClock(null));

const idea = () => ({
  ...{ title: 'Bank auf halber Strecke', body: 'Unterwegs kann man nirgends sitzen.', districtId },
  ...{ place: '', categoryId: '', nameChoice: 'INITIALS' as const, name: 'Renate Krause' },
  ...{ contactKind: 'NUMBER' as const, contact: '' },
});

for (const moment of ODD_MOMENTS)
  describe(moment, () => {
    const at = new Date(moment);

    it('an idea gets a promise that falls on a working day, and is published', async () => {
      await moveClock(at);
      office = await makeActor({ roles: ['COORDINATOR'] });
      const { number } = accepted(await submitProposal(makeGuest(), idea(), makeContext()));
      const { promisedFor } = await ownerDb.proposal.findUniqueOrThrow({ where: { number } });
      const day = promisedFor?.toISOString().slice(0, 10) ?? '';
      expect(new Date(`${day}T12:00:00Z`).getUTCDay() % 6, day).not.toBe(0);
      expect(publicHolidays(Number(day.slice(0, 4)), 'SN')).not.toContain(day);
      expect(day > localDateOf(at, 'Europe/Berlin')).toBe(true);
      accepted(
        await decideProposal(office, {
          number,
          step: 'publish',
          seen: await proposalSeenNow(number),
          given: { categoryId, place: '' },
        }),
      );
      expect(await getProposal({ locale: 'de' }, number)).toMatchObject({ number });
      await getToday(office);
    });

    it('a seat in the Forum is taken and given back, an hour of the office stands in the calendar', async () => {
      await moveClock(at);
      const { number } = await makeSession({ capacity: 2 });
      const made = await signUpFor(number, { persons: 2 });
      expect(made.state).toBe('CONFIRMED');
      accepted(await cancelRegistration(makeGuest(), { code: made.code }));
      expect((await signUpFor(number, { persons: 2 })).state).toBe('CONFIRMED');
      office = await makeActor({ roles: ['COORDINATOR'] });
      const date = localDateOf(new Date(at.getTime() + 7 * DAY_MS), 'Europe/Berlin');
      accepted(await addEntry(office, entryInput(slug, { date })));
      expect(await getFeed({ locale: 'de' }, {})).not.toBeNull();
    });

    it('a poll opens, takes a vote, refuses one after its end, and is counted', async () => {
      await moveClock(at);
      const { id, number, closesAt, optionIds } = await makePoll();
      const [first = ''] = optionIds;
      const vote = { poll: number, step: 'cast' as const, choices: [first], age: true };
      expect((await castBallot(await makeActor(), vote, newCode(26))).ok).toBe(true);
      await moveClock(closesAt);
      expect((await castBallot(await makeActor(), vote, newCode(26))).ok).toBe(false);
      expect(await sealPoll(system, id)).toBe('published');
    });

    it('a code and a limit last as long as on any day', async () => {
      await moveClock(at);
      const asked = await askForCode(`${newCode(8).toLowerCase()}@person.example`);
      const late = await askForCode(`${newCode(8).toLowerCase()}@person.example`);
      await later(9 * MINUTE_MS);
      expect((await signInWithCode(makeGuest(), asked, newBrowser())).ok).toBe(true);
      await later(2 * MINUTE_MS);
      expect((await signInWithCode(makeGuest(), late, newBrowser())).ok).toBe(false);
      await moveClock(at);
      const once = { name: `any-day-${moment}`, max: 1, windowSeconds: 3600 };
      const tries: boolean[] = [];
      for (const minutes of [0, 30, 29, 2]) {
        await later(minutes * MINUTE_MS);
        tries.push(await countTry(once, 'somebody'));
      }
      expect(tries).toEqual([true, false, false, true]);
    });

    it('what was handed in today is kept in the night', async () => {
      await moveClock(at);
      const { number } = await makeRequest(districtId);
      const session = await makeSession({ inDays: 1 });
      const made = await signUpFor(session.number);
      await later(8 * HOUR_MS);
      for (const forget of [forgetOldRequests, forgetOldRegistrations, forgetOldProposals])
        await forget();
      expect(await ownerDb.supportRequest.count({ where: { number } })).toBe(1);
      const kept = await ownerDb.registration.findUniqueOrThrow({ where: { number: made.number } });
      expect(kept.name).not.toBe('');
    });
  });
