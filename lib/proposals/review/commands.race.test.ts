import { beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '@/lib/accounts/types';
import { db } from '@/lib/core/db';
import type { Result } from '@/lib/core/result';
import { testDatabase } from '@/lib/testing/database';
import {
  makeActor,
  makeContext,
  makeDistrict,
  makeGuest,
  makeOffice,
} from '@/lib/testing/factories';
import { held, someoneWaits } from '@/lib/testing/held';
import { proposalSeenNow } from '@/lib/testing/seen';
import { withoutLocksAndVersions, withoutRowLocks } from '@/lib/testing/without-guards';
import { submitProposal } from '../intake/commands';
import { answerQuestion, withdrawProposal } from '../own/commands';
import type { OfficeStep } from '../way/rules';
import { decideProposal } from './commands';

testDatabase();

let districtId = '';
let staff: Actor;

beforeAll(async () => {
  await makeOffice();
  districtId = (await makeDistrict()).id;
  staff = await makeActor({ roles: ['COORDINATOR'] });
});

const QUESTION = 'Wo genau?';

/** One that the office has asked something about. */
async function asked() {
  const input = {
    ...{ title: 'Bank auf halber Strecke', body: 'Unterwegs kann man nirgends sitzen.' },
    ...{ districtId, place: '', categoryId: '', nameChoice: 'FIRST_NAME' as const },
    ...{ name: 'Renate Krause', contactKind: 'NUMBER' as const, contact: '' },
  };
  const context = makeContext();
  const sent = await submitProposal(makeGuest(), input, context);
  const { number } = sent.ok ? sent.value : expect.fail();
  await decide(number, 'askBack', { question: QUESTION, dueOn: '2099-01-01' });
  const code = context.codeFor('proposal', 8);
  return { number, code, seen: await proposalSeenNow(number) };
}

async function decide(number: number, step: OfficeStep, given: object, seen?: number) {
  const at = seen ?? (await proposalSeenNow(number));
  return decideProposal(staff, { number, step, seen: at, given });
}

type Own = Awaited<ReturnType<typeof asked>>;
type Act = (own: Own) => Promise<Result<unknown>>;

/** The office says that it is not published. */
const refuse: Act = ({ number, seen }) =>
  decide(
    number,
    'notPublish',
    { moderationReason: 'personal_matter', help: 'Rufen Sie uns an.' },
    seen,
  );

const AUTHOR: Record<string, Act> = {
  'their answer': ({ code }) =>
    answerQuestion(makeGuest(), { code, question: QUESTION, answer: 'Am Wendehammer.' }),
  'taking it back': ({ code }) => withdrawProposal(makeGuest(), { code, removeText: false }),
};

/**
 * Both read before either writes: somebody else holds the row until both wait. It is not written to: whoever waits
 * for a row that is another one afterwards loses their place.
 */
async function atOnce(first: Act, second: Act) {
  const own = await asked();
  const other = held(
    (tx) => tx.$queryRaw`SELECT FROM proposals WHERE number = ${own.number} FOR SHARE`,
  );
  await other.reached;
  const one = first(own);
  await someoneWaits();
  const two = second(own);
  await someoneWaits(2);
  other.go();
  const [, ...both] = await Promise.all([other.done, one, two]);
  const { state } = await db.proposal.findUniqueOrThrow({ where: { number: own.number } });
  return { taken: both.map(({ ok }) => ok), state };
}

describe.each(Object.keys(AUTHOR))('the office’s word and, at the same moment, %s', (name) => {
  const author = AUTHOR[name] ?? expect.fail();

  it('the first of the two counts, whoever it is', async () => {
    expect(await atOnce(refuse, author)).toEqual({
      taken: [true, false],
      state: 'NOT_PUBLISHED',
    });
    const { taken, state } = await atOnce(author, refuse);
    expect(taken).toEqual([true, false]);
    expect(state).not.toBe('NOT_PUBLISHED');
  });

  it('would undo what was decided without the lock (red twin)', async () => {
    const { taken, state } = await withoutRowLocks(() => atOnce(refuse, author));
    expect(taken).toEqual([true, true]);
    expect(state).not.toBe('NOT_PUBLISHED');
  });
});

it('is decided twice by two of the office only without lock and version (red twin)', async () => {
  const { taken } = await atOnce(refuse, refuse);
  expect(taken).toEqual([true, false]);
  expect((await withoutLocksAndVersions(() => atOnce(refuse, refuse))).taken).toEqual([true, true]);
});
