import { afterEach, describe, expect, it } from 'vitest';
import { system } from '@/lib/accounts/actor';
import { inTransaction } from '@/lib/core/db';
import { ok } from '@/lib/core/result';
import { newCode } from '@/lib/core/tokens';
import { headOf } from '@/lib/elections/published/chain.mjs';
import { recountOf } from '@/lib/elections/recount/compare';
import { checkTable } from '@/lib/elections/recount/table.mjs';
import type { Publication, PublishedTable } from '@/lib/elections/types';
import { moveClock } from '@/lib/testing/clock';
import { testDatabase } from '@/lib/testing/database';
import { makeActor } from '@/lib/testing/factories';
import { ownerDb } from '@/lib/testing/owner';
import { fillBox, makePoll, type PollWishes } from '@/lib/voting/samples';
import { sealPoll } from '../commands';
import { takeBallots } from '../count/commands';
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
  const SUMS = WISHES.filter(([name]) => name !== 'RANKING' && name !== 'BUDGET');
  const STEPS = WISHES.filter(([name]) => name === 'RANKING' || name === 'BUDGET');

  async function counted(wishes: PollWishes, marks: (ids: string[], index: number) => string[]) {
    const poll = await makePoll(wishes);
    await castAll(
      poll,
      rows(20, (index) => marks(poll.optionIds, index)),
    );
    for (const file of ['stimmzettel.json', 'zaehltafel.json'])
      expect(await getPollFile(poll.number, file)).toBeNull();
    await moveClock(poll.closesAt);
    expect(await sealPoll(system, poll.id)).toBe('published');
    return poll;
  }

  it.each(SUMS)(
    'has the sums of a poll, sealed with its checksum: %s',
    async (_, wishes, marks) => {
      const poll = await counted(wishes, marks);
      const { result } = await getPollPage(poll.number);
      const file = await getPollFile(poll.number, 'stimmzettel.json');
      const publication = JSON.parse(file?.text ?? '') as Publication;
      expect(publication.ballots.every((marks) => marks.length === 1)).toBe(true);
      expect(await headOf(publication)).toBe(result?.head);
      expect(recountOf(publication)).toEqual(publication.result);
      const table = await getPollFile(poll.number, 'stimmzettel.csv');
      expect(table?.text.trim().split('\r\n')).toHaveLength(publication.ballots.length + 1);
      const others = (await getPollFile(poll.number, 'stimmzettel.pb'))?.text ?? null;
      if (wishes.columns?.method === 'ONE') expect(others).toContain('num_votes;20');
      else expect(others).toBeNull();
      expect(await getPollFile(poll.number, 'zaehltafel.json')).toBeNull();
    },
  );

  it.each(STEPS)(
    'has a table and no ballot where a count needs whole ones: %s',
    async (_, wishes, marks) => {
      const poll = await counted(wishes, marks);
      const { result } = await getPollPage(poll.number);
      for (const ending of ['json', 'csv', 'pb', 'blt'])
        expect(await getPollFile(poll.number, `stimmzettel.${ending}`)).toBeNull();
      const text = (await getPollFile(poll.number, 'zaehltafel.json'))?.text ?? '';
      const table = JSON.parse(text) as PublishedTable;
      expect(checkTable(table).problem).toBeNull();
      expect(table.head).toBe(result?.head);
      const { result: stored } = await ownerDb.poll.findUniqueOrThrow({ where: { id: poll.id } });
      const { salt } = stored as { salt: string };
      expect(salt).toMatch(/^[0-9a-f]{64}$/);
      expect([text, JSON.stringify(result)].join()).not.toContain(salt);
    },
  );

  it('gives whole ballots to whoever counts again for all, and writes it down', async () => {
    const [, wishes, marks] = STEPS[0] ?? [];
    if (!wishes || !marks) throw new Error('no ranking');
    const poll = await counted(wishes, marks);
    const { number } = poll;
    const speaker = await makeActor({ roles: ['REPRESENTATIVE'] });
    const taken = await takeBallots(speaker, { number });
    if (!taken.ok) throw new Error(taken.code);
    const publication = JSON.parse(taken.value.text) as Publication;
    expect(publication.ballots).toHaveLength(20);
    const { result } = await getPollPage(number);
    expect(await headOf(publication)).toBe(result?.head);
    // Without the secret part it is another: nobody finds ballots by trying.
    const { salt: _salt, ...bare } = publication;
    expect(await headOf(bare)).not.toBe(result?.head);
    expect(recountOf(publication)).toEqual(publication.result);
    const entries = await ownerDb.auditEntry.findMany({
      where: { subjectId: poll.id, action: 'poll.ballotsTaken' },
    });
    expect(entries).toMatchObject([{ actorId: speaker.id }]);
    await expect(takeBallots(await makeActor(), { number })).rejects.toThrow('NOT_FOUND');
  });

  it('gives nobody whole ballots of others, nor before the result', async () => {
    const speaker = await makeActor({ roles: ['REPRESENTATIVE'] });
    const [, wishes, marks] = SUMS[1] ?? [];
    if (!wishes || !marks) throw new Error('no sums');
    const { number } = await counted(wishes, marks);
    expect(await takeBallots(speaker, { number })).toMatchObject({ ok: false });
    await moveClock(null);
    const open = await makePoll(STEPS[0]?.[1]);
    expect(await takeBallots(speaker, { number: open.number })).toMatchObject({ ok: false });
  });

  it('keeps to what was promised for polls that were published as whole ballots', async () => {
    const [, wishes, marks] = STEPS[0] ?? [];
    if (!wishes || !marks) throw new Error('no ranking');
    const poll = await counted(wishes, marks);
    await ownerDb.$executeRaw`ALTER TABLE polls DISABLE TRIGGER USER`;
    await ownerDb.$executeRaw`UPDATE polls SET result = result - 'publishes' - 'salt' WHERE id = ${poll.id}::uuid`;
    await ownerDb.$executeRaw`ALTER TABLE polls ENABLE TRIGGER USER`;
    const file = await getPollFile(poll.number, 'stimmzettel.json');
    expect((JSON.parse(file?.text ?? '') as Publication).ballots).toHaveLength(20);
    expect(await getPollFile(poll.number, 'stimmzettel.blt')).not.toBeNull();
    expect(await getPollFile(poll.number, 'zaehltafel.json')).toBeNull();
  });

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
