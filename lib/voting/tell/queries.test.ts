import { afterEach, describe, expect, it } from 'vitest';
import { system } from '@/lib/accounts/actor';
import { inTransaction } from '@/lib/core/db';
import { ok } from '@/lib/core/result';
import { newCode } from '@/lib/core/tokens';
import { headOf } from '@/lib/elections/published/chain.mjs';
import { recountOf } from '@/lib/elections/recount/compare';
import type { Publication } from '@/lib/elections/types';
import { moveClock } from '@/lib/testing/clock';
import { testDatabase } from '@/lib/testing/database';
import { makeActor } from '@/lib/testing/factories';
import { ownerDb } from '@/lib/testing/owner';
import { fillBox, makePoll, type PollWishes } from '@/lib/voting/samples';
import { sealPoll } from '../commands';
import { getPollPage } from '../queries';
import { castInto } from '../vote/steps';
import { getPollFile, getReceiptList } from './queries';

testDatabase();

afterEach(() => moveClock(null));

type Poll = Awaited<ReturnType<typeof makePoll>>;

/** Casts ballots on the web, each with the marks of the next row. */
async function castAll(poll: Poll, ballots: readonly string[][]): Promise<string[]> {
  const receipts: string[] = [];
  for (const choices of ballots) {
    const voter = await makeActor();
    const receipt = newCode(26);
    const input = { poll: poll.number, step: 'cast' as const, choices, age: true };
    const cast = await inTransaction<null>((tx) =>
      castInto(tx, { userId: voter.id, channel: 'WEB', input, receipt }),
    );
    expect(cast).toEqual(ok(null));
    receipts.push(receipt);
  }
  return receipts;
}

const rows = (times: number, row: (index: number) => string[]) =>
  Array.from({ length: times }, (_, index) => row(index));

const WISHES: [string, PollWishes, (ids: string[], index: number) => string[]][] = [
  ['ONE', { columns: { method: 'ONE', countRule: 'plurality' } }, (ids, at) => [ids[at % 3] ?? '']],
  ['UP_TO', { maxChoices: 2 }, (ids, at) => ids.slice(at % 2, 2)],
  [
    'POINTS',
    { maxChoices: 3, columns: { method: 'POINTS', countRule: 'points', pointsPerOption: 3 } },
    (ids, at) => ids.map((id, place) => `${id}:${((at + place) % 3) + 1}`),
  ],
  [
    'RANKING',
    { maxChoices: 3, columns: { method: 'RANKING', countRule: 'irv' } },
    (ids, at) => ids.map((id, place) => `${id}:${((at + place) % 3) + 1}`),
  ],
  [
    'BUDGET',
    {
      maxChoices: 3,
      columns: { method: 'BUDGET', countRule: 'mes_cost_add1u', budgetCents: 100_000 },
      costsInCents: [60_000, 50_000, 30_000],
    },
    (ids, at) => [ids[at % 3] ?? ''],
  ],
];

describe('getPollFile', () => {
  it.each(WISHES)(
    'has all ballots of a poll, sealed with its checksum: %s',
    async (_, wishes, marks) => {
      const poll = await makePoll(wishes);
      await castAll(
        poll,
        rows(20, (index) => marks(poll.optionIds, index)),
      );
      expect(await getPollFile(poll.number, 'stimmzettel.json')).toBeNull();
      await moveClock(poll.closesAt);
      expect(await sealPoll(system, poll.id)).toBe('published');
      const { result } = await getPollPage(poll.number);
      const file = await getPollFile(poll.number, 'stimmzettel.json');
      const publication = JSON.parse(file?.text ?? '') as Publication;
      expect(publication.ballots).toHaveLength(20);
      expect(await headOf(publication)).toBe(result?.head);
      expect(recountOf(publication)).toEqual(publication.result);
      const table = await getPollFile(poll.number, 'stimmzettel.csv');
      expect(table?.text.trim().split('\r\n')).toHaveLength(21);
      expect((await getPollFile(poll.number, 'stimmzettel.pb'))?.text).toContain('num_votes;20');
    },
  );

  it('asked for in the second of the close has nothing or everything', async () => {
    const poll = await makePoll();
    const papers = rows(200, (index) => [poll.optionIds[index % 3] ?? '']);
    await fillBox(poll.id, papers);
    await moveClock(poll.closesAt);
    const ask = () => getPollFile(poll.number, 'stimmzettel.json');
    expect(await ask()).toBeNull();
    const sizes = new Set<number | null>([null]);
    const note = (file: Awaited<ReturnType<typeof ask>>) =>
      sizes.add(file && (JSON.parse(file.text) as Publication).ballots.length);
    let isOver = false;
    const asking = Array.from({ length: 4 }, async () => {
      while (!isOver) note(await ask());
    });
    // Red twin: whoever reads the table and not the result sees the box while it is being closed.
    const early = await ownerDb.ballot.count({ where: { pollId: poll.id } });
    expect(await sealPoll(system, poll.id)).toBe('published');
    isOver = true;
    await Promise.all(asking);
    note(await ask());
    expect(early).toBe(200);
    expect([...sizes]).toEqual([null, 200]);
  });

  it('shows no single ballot where fewer than twenty took part', async () => {
    const poll = await makePoll();
    await castAll(
      poll,
      rows(19, () => poll.optionIds.slice(0, 1)),
    );
    await moveClock(poll.closesAt);
    await sealPoll(system, poll.id);
    expect((await getPollPage(poll.number)).result?.head).toBe('');
    for (const ending of ['json', 'csv', 'pb', 'blt']) {
      expect(await getPollFile(poll.number, `stimmzettel.${ending}`)).toBeNull();
    }
  });

  it('knows no other file and no other poll', async () => {
    expect(await getPollFile(0, 'stimmzettel.json')).toBeNull();
    const poll = await makePoll();
    expect(await getPollFile(poll.number, 'roll_entries.csv')).toBeNull();
  });
});

describe('getReceiptList', () => {
  it('has every receipt, sorted, once the result is out and not before', async () => {
    const poll = await makePoll();
    const receipts = await castAll(
      poll,
      rows(4, () => poll.optionIds.slice(0, 1)),
    );
    await expect(getReceiptList(poll.number)).rejects.toThrow('NOT_FOUND');
    expect(await getPollFile(poll.number, 'quittungen.txt')).toBeNull();
    await moveClock(poll.closesAt);
    await sealPoll(system, poll.id);
    const sorted = [...receipts].sort();
    expect((await getReceiptList(poll.number)).receipts).toEqual(sorted);
    const file = await getPollFile(poll.number, 'quittungen.txt');
    expect(file?.text.trim().split('\n')).toEqual(sorted);
  });
});
