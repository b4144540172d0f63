import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '@/lib/accounts/types';
import { db } from '@/lib/core/db';
import { CHANGED_MEANWHILE } from '@/lib/core/version';
import { moveClock } from '@/lib/testing/clock';
import { testDatabase } from '@/lib/testing/database';
import { makeActor, makeGuest, makeOffice, whyNotAllowed } from '@/lib/testing/factories';
import { withoutVersions } from '@/lib/testing/without-guards';
import { discardPollDraft, savePollDraft } from './commands';
import { getPollForOffice, listPollsForOffice } from './queries';
import { type PollDraftInput, pollDraftSchema } from './schema';

testDatabase();

let coordinator: Actor;
let resident: Actor;

beforeAll(async () => {
  await makeOffice();
  coordinator = await makeActor({ roles: ['COORDINATOR'] });
  resident = await makeActor();
});

afterEach(() => moveClock(null));

const fields = {
  number: '',
  version: '0',
  proposal: '',
  method: 'UP_TO',
  channels: ['WEB'] as string[],
  seats: '1',
  budget: '',
  countRule: '',
  pointsPerOption: '',
  pointsTotal: '',
  quorum: '0',
  cardBatch: '',
  question: 'Was soll zuerst auf den Spielplatz?',
  description: '',
  easyText: '',
  options: 'Schaukel\nSonnensegel\nSchattenbäume',
  maxChoices: '1',
  district: '',
  minAge: '14',
  decidedBy: 'Stadtverwaltung, Bauamt',
  opensDate: '2027-01-11',
  opensTime: '08:00',
  closesDate: '2027-02-01',
  closesTime: '18:00',
};

type Changes = Partial<Record<keyof typeof fields, string | string[]>>;

const draft = (changes: Changes = {}): PollDraftInput =>
  pollDraftSchema.parse({ ...fields, ...changes });

async function saved(changes: Changes = {}): Promise<number> {
  const result = await savePollDraft(coordinator, draft(changes));
  if (!result.ok) throw new Error(result.code);
  return result.value.number;
}

const actions = (number: number) =>
  db.poll
    .findUniqueOrThrow({ where: { number } })
    .then(({ id }) => db.auditEntry.findMany({ where: { subjectId: id }, orderBy: { id: 'asc' } }))
    .then((entries) => entries.map((entry) => entry.action));

const budget = {
  method: 'BUDGET',
  countRule: 'mes_cost_add1u',
  budget: '4.000 €',
  options: 'Bank am Weg; 1.200 €\nHochbeete; drei Stück; 640,50',
  maxChoices: '2',
};

describe('the form', () => {
  it.each<[Changes, string]>([
    [{ question: '' }, 'question'],
    [{ question: 'x'.repeat(141) }, 'question'],
    [{ options: 'nur eine' }, 'options'],
    [
      { options: Array.from({ length: 61 }, (_, index) => `Antwort ${index}`).join('\n') },
      'options',
    ],
    [{ options: 'Bank\nbank' }, 'options'],
    [{ options: `Bank\n${'x'.repeat(81)}` }, 'options'],
    [{ maxChoices: '4' }, 'maxChoices'],
    [{ maxChoices: '0' }, 'maxChoices'],
    [{ maxChoices: 'zwei' }, 'maxChoices'],
    [{ minAge: '5' }, 'minAge'],
    [{ decidedBy: '' }, 'decidedBy'],
    [{ opensDate: '2027-02-30' }, 'opensDate'],
    [{ opensTime: '24:00' }, 'opensTime'],
    [{ district: 'irgendwo' }, 'district'],
    [{ cardBatch: '7' }, 'cardBatch'],
    [{ method: 'WAHL' }, 'method'],
    [{ channels: [] }, 'channels'],
    [{ channels: ['HANDS'] }, 'channels'],
    [{ method: 'ONE', channels: ['HANDS', 'WEB'] }, 'channels'],
    [{ channels: ['FAX'] }, 'channels'],
    [{ seats: '3' }, 'seats'],
    [{ quorum: '-1' }, 'quorum'],
    [{ method: 'POINTS' }, 'pointsPerOption'],
    [{ method: 'POINTS', pointsPerOption: '5', pointsTotal: '4' }, 'pointsTotal'],
    [{ method: 'RANKING' }, 'countRule'],
    [{ method: 'RANKING', countRule: 'greedy_votes' }, 'countRule'],
    [{ method: 'RANKING', countRule: 'stv_scottish' }, 'seats'],
    [{ ...budget, budget: 'viel' }, 'budget'],
    [{ ...budget, budget: '0' }, 'budget'],
    [{ ...budget, options: 'Bank; 1.200 €\nBaum' }, 'options'],
    [{ ...budget, options: 'Bank; 1.200 €\nBaum; 4.001 €' }, 'options'],
    [{ ...budget, options: '; 1.200 €\nBaum; 80' }, 'options'],
    [{ options: ['a', 'b'] }, 'options'],
    [{ opensDate: '2027-02-30', method: 'RANKING' }, 'countRule'],
  ])('refuses %j', (changes, field) => {
    const parsed = pollDraftSchema.safeParse({ ...fields, ...changes });
    expect(parsed.success).toBe(false);
    expect(parsed.error?.issues.map((issue) => issue.path[0])).toContain(field);
    const messages = parsed.error?.issues.map((issue) => issue.message) ?? [];
    expect(messages.filter((one) => !/^(form|voting|voting-drafts)\./.test(one))).toEqual([]);
  });
});

describe('what a method does not ask for', () => {
  it.each<[Changes, Partial<PollDraftInput>]>([
    [
      { method: 'YES_NO', options: 'egal', maxChoices: '3' },
      {
        countRule: 'plurality',
        maxChoices: 1,
        seats: 1,
        options: [
          { label: 'Ja', note: '', costCents: null },
          { label: 'Nein', note: '', costCents: null },
        ],
      },
    ],
    [
      { method: 'ONE', maxChoices: '3' },
      { countRule: 'plurality', maxChoices: 1 },
    ],
    [
      { maxChoices: '2', seats: '2' },
      { countRule: 'approval', maxChoices: 2, seats: 2 },
    ],
    [
      { method: 'POINTS', pointsPerOption: '3', budget: '100' },
      { maxChoices: 3, pointsPerOption: 3, pointsTotal: null, budgetCents: null },
    ],
    [
      { method: 'RANKING', countRule: 'irv', seats: '2', pointsPerOption: '3' },
      { maxChoices: 3, seats: 1, pointsPerOption: null },
    ],
    [{ method: 'RANKING', countRule: 'stv_scottish', seats: '2' }, { seats: 2 }],
    [
      budget,
      {
        budgetCents: 400_000,
        maxChoices: 2,
        options: [
          { label: 'Bank am Weg', note: '', costCents: 120_000 },
          { label: 'Hochbeete', note: 'drei Stück', costCents: 64_050 },
        ],
      },
    ],
  ])('%j becomes %j', (changes, expected) => {
    expect(draft(changes)).toMatchObject(expected);
  });

  it.each<Changes>([
    { method: 'YES_NO', channels: ['HANDS'] },
    { method: 'POINTS', pointsPerOption: '3', pointsTotal: '10' },
    { method: 'RANKING', countRule: 'stv_scottish', seats: '2' },
    budget,
  ])('the database takes %j', async (changes) => {
    const number = await saved(changes);
    const { method } = await db.poll.findUniqueOrThrow({ where: { number } });
    expect(method).toBe(changes.method);
    const { draft: shown } = await getPollForOffice(coordinator, number);
    const again = { ...changes, options: shown.options, number: String(number) };
    expect(await savePollDraft(coordinator, draft(again))).toMatchObject({ ok: true });
  });

  it('refuses a batch of cards that is void', async () => {
    const batch = await db.accessCardBatch.create({
      data: { label: 'alt', size: 24, voidedAt: new Date() },
    });
    const input = draft({ cardBatch: batch.id });
    expect(await savePollDraft(coordinator, input)).toMatchObject({
      ok: false,
      field: 'cardBatch',
    });
  });
});

describe('savePollDraft', () => {
  it('writes a draft with local times and the instants they mean', async () => {
    const number = await saved();
    const poll = await db.poll.findUniqueOrThrow({ where: { number }, include: { options: true } });
    expect(poll).toMatchObject({
      state: 'DRAFT',
      localOpens: '2027-01-11T08:00',
      opensAt: new Date('2027-01-11T07:00:00Z'),
      closesAt: new Date('2027-02-01T17:00:00Z'),
    });
    expect(poll.options.map((option) => option.label)).toHaveLength(3);
    expect(await actions(number)).toEqual(['poll.created']);
  });

  it('writes a draft anew', async () => {
    const number = await saved();
    await saved({
      number: String(number),
      options: 'Ja\nNein',
      question: 'Soll die Bank bleiben?',
    });
    const { draft: after } = await getPollForOffice(coordinator, number);
    expect(after).toMatchObject({ options: 'Ja\nNein', question: 'Soll die Bank bleiben?' });
    expect(await actions(number)).toEqual(['poll.created', 'poll.changed']);
  });

  it('does not lose what somebody else changed in the meantime', async () => {
    const number = String(await saved());
    const first = { number, question: 'Was soll zuerst gebaut werden?' };
    const second = { number, question: 'Was soll danach gebaut werden?' };
    const results = await Promise.all([
      savePollDraft(coordinator, draft(first)),
      savePollDraft(coordinator, draft(second)),
    ]);
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(results.find(({ ok }) => !ok)).toMatchObject({
      code: CHANGED_MEANWHILE,
    });
    const { draft: shown } = await getPollForOffice(coordinator, Number(number));
    expect(shown).toMatchObject({
      version: 1,
      question: results[0]?.ok ? first.question : second.question,
    });
    const informed = draft({ ...second, version: String(shown.version) });
    expect(await savePollDraft(coordinator, informed)).toMatchObject({ ok: true });
  });

  it('would lose it without the version (red twin)', async () => {
    const number = String(await saved());
    const save = (question: string) => savePollDraft(coordinator, draft({ number, question }));
    const both = await withoutVersions(() =>
      Promise.all([
        save('Was soll vor der Bank gebaut werden?'),
        save('Was soll nach der Bank kommen?'),
      ]),
    );
    expect(both.filter(({ ok }) => ok)).toHaveLength(2);
  });

  it.each([
    [{ closesDate: '2027-03-28', closesTime: '02:30' }, 'voting.refused.hourSkipped', 'closesTime'],
    [{ closesDate: '2027-10-31', closesTime: '02:30' }, 'voting.refused.hourTwice', 'closesTime'],
    [
      { closesDate: '2027-01-11', closesTime: '08:00' },
      'voting.refused.closesBeforeOpening',
      'closesDate',
    ],
  ])('refuses times that mean nothing clear: %j', async (changes, code, field) => {
    expect(await savePollDraft(coordinator, draft(changes))).toMatchObject({
      ok: false,
      code,
      field,
    });
  });

  it('keeps the hours on both sides of a clock change apart', async () => {
    const number = await saved({ closesDate: '2027-03-28', closesTime: '18:00' });
    const { closesAt } = await db.poll.findUniqueOrThrow({ where: { number } });
    expect(closesAt).toEqual(new Date('2027-03-28T16:00:00Z'));
  });

  it('is written by whoever saved it last, and waits for no check any more', async () => {
    const number = await saved();
    await db.poll.update({ where: { number }, data: { readyAt: new Date() } });
    const colleague = await makeActor({ roles: ['ADMIN'] });
    await savePollDraft(colleague, draft({ number: String(number) }));
    const poll = await db.poll.findUniqueOrThrow({ where: { number } });
    expect(poll).toMatchObject({ draftedById: colleague.id, readyAt: null });
  });

  it("is the office's business", async () => {
    for (const nobody of [resident, makeGuest(), await makeActor({ roles: ['COUNSELLOR'] })]) {
      await expect(savePollDraft(nobody, draft())).rejects.toThrow(whyNotAllowed(nobody));
    }
    await expect(listPollsForOffice(resident)).rejects.toThrow('NOT_FOUND');
    await expect(getPollForOffice(resident, await saved())).rejects.toThrow('NOT_FOUND');
  });
});

describe('discardPollDraft', () => {
  it('leaves nothing of a draft', async () => {
    const number = await saved();
    await expect(discardPollDraft(resident, { number })).rejects.toThrow('NOT_FOUND');
    expect(await discardPollDraft(coordinator, { number })).toEqual({ ok: true, value: null });
    expect(await db.poll.findUnique({ where: { number } })).toBeNull();
  });

  it.each(['discarded', 'written anew'])('calls nobody to check what is %s', async (how) => {
    const number = await saved();
    const { id } = await db.poll.findUniqueOrThrow({ where: { number } });
    const call = { kind: 'PHONE' as const, person: 'Sprecherrat', contact: '030 1', message: '' };
    await db.callListItem.create({ data: { dueAt: new Date(), ...call, aboutId: id } });
    const { version } = await db.poll.findUniqueOrThrow({ where: { number } });
    if (how === 'discarded') await discardPollDraft(coordinator, { number });
    else
      expect(
        await savePollDraft(coordinator, draft({ number: `${number}`, version: `${version}` })),
      ).toMatchObject({
        ok: true,
      });
    expect(await db.callListItem.count({ where: { aboutId: id } })).toBe(0);
  });
});
