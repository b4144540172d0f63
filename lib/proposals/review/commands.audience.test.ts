import { beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '@/lib/accounts/types';
import { personalKey } from '@/lib/cases/keys';
import { isFor } from '@/lib/core/audience';
import { db } from '@/lib/core/db';
import { newToken } from '@/lib/core/tokens';
import { makeSession, putOnAgenda } from '@/lib/forum/samples';
import { testDatabase } from '@/lib/testing/database';
import {
  makeActor,
  makeCategory,
  makeContext,
  makeDistrict,
  makeGuest,
  makeOffice,
  makePartner,
} from '@/lib/testing/factories';
import { mailsAsSent } from '@/lib/testing/mails';
import { proposalSeenNow } from '@/lib/testing/seen';
import { getProposal } from '../details/queries';
import { enterIdeaCard, submitProposal } from '../intake/commands';
import { withdrawProposal } from '../own/commands';
import { findOwnProposal } from '../own/queries';
import { forgetOldProposals } from '../privacy';
import { listProposalResults, listProposals } from '../reading/queries';
import { PROPOSAL_KEYS } from '../rules';
import type { ProposalState } from '../types';
import { fieldsOf, type Need, type OfficeStep, STEPS } from '../way/rules';
import { decideProposal } from './commands';
import { getProposalCase } from './queries';
import { isForumDecision, OFFICE_STEPS, pathOf } from './rules';

testDatabase();

const viewer = { locale: 'de' };
let districtId = '';
let staff: Actor;
let lead = 0;
/** What is chosen, not typed. */
const chosen: Partial<Record<Need, string>> = {
  moderationReason: 'insult',
  infeasibleReason: 'cost',
  statementResult: 'feasible',
  dueOn: '2099-01-15',
  removeText: '',
};

beforeAll(async () => {
  await makeOffice();
  districtId = (await makeDistrict()).id;
  staff = await makeActor({ roles: ['COORDINATOR'] });
  chosen.categoryId = (await makeCategory()).id;
  chosen.partnerId = (await makePartner()).id;
  chosen.sessionId = (await makeSession({ state: 'HELD', inDays: -3 })).id;
  chosen.sentHow = 'LETTER';
  chosen.sentOn = '';
  // Published as it came.
  for (const field of ['publicTitle', 'publicBody', 'wordingAgreed'] as const) chosen[field] = '';
  lead = await inState('PUBLISHED');
  chosen.leadNumber = String(lead);
});

async function sent(contact = ''): Promise<number> {
  const input = {
    title: 'Bank auf halber Strecke',
    body: 'Unterwegs kann man sich nirgends hinsetzen.',
    districtId,
    ...{ place: '', categoryId: '', nameChoice: 'NEIGHBOUR' as const, name: '' },
    ...{ contactKind: contact ? ('MAIL' as const) : ('NUMBER' as const), contact },
  };
  const result = await submitProposal(makeGuest(), input, makeContext());
  return result.ok ? result.value.number : 0;
}

/** Takes a step with `word` in every text that can be typed. */
async function take(number: number, step: OfficeStep, word: string): Promise<ProposalState> {
  const given = Object.fromEntries(
    fieldsOf(step).map(({ name }) => [name, chosen[name] ?? `${word} ${name}`]),
  );
  if (step === 'discuss') {
    given.sessionId = (await makeSession({ state: 'PLANNED' })).id;
    await putOnAgenda(given.sessionId, number);
  }
  if (isForumDecision(step)) await putOnAgenda(chosen.sessionId ?? '', number);
  const result = await decideProposal(staff, {
    number,
    step,
    seen: await proposalSeenNow(number),
    given,
  });
  if (!result.ok) throw new Error(`${step}: ${result.code}`);
  return STEPS[step].to;
}

/** The shortest way of the office to a state. */
function wayTo(state: ProposalState): OfficeStep[] {
  let ways: { at: ProposalState; way: OfficeStep[] }[] = [{ at: 'SUBMITTED', way: [] }];
  for (let length = 0; length < 9; length += 1) {
    const found = ways.find(({ at }) => at === state);
    if (found) return found.way;
    ways = ways.flatMap(({ at, way }) =>
      OFFICE_STEPS.filter((step) => pathOf(step, at).length > 0).map((step) => ({
        at: STEPS[step].to,
        way: [...way, step],
      })),
    );
    // One way to each state is enough.
    ways = ways.filter(({ at }, index) => ways.findIndex((other) => other.at === at) === index);
  }
  throw new Error(`nothing leads to ${state}`);
}

async function inState(state: ProposalState, contact = ''): Promise<number> {
  const number = await sent(contact);
  for (const step of wayTo(state)) await take(number, step, 'früher');
  return number;
}

async function ownPage(number: number) {
  const { id } = await db.proposal.findUniqueOrThrow({ where: { number } });
  return findOwnProposal(viewer, personalKey(PROPOSAL_KEYS, { id, number }));
}

/** Everything about proposals that everybody can read. */
async function publicTexts(number: number): Promise<string> {
  const lists = [
    await listProposals(viewer, { kind: 'all' }, 1),
    await listProposals(viewer, { kind: 'result' }, 1),
    await listProposalResults(viewer, 20),
  ];
  return JSON.stringify([
    await getProposal(viewer, number),
    await getProposal(viewer, lead),
    lists,
  ]);
}

describe('what is typed with a step', () => {
  const texts = OFFICE_STEPS.filter((step) => fieldsOf(step).length > 0);

  it.each(texts)(
    'of the kind %s is read by those the form names, and nobody else',
    async (step) => {
      const contact = `${newToken()
        .toLowerCase()
        .replaceAll(/[^a-z]/g, '')}@post.example`;
      // What has gone out already cannot go out again.
      chosen.sentHow = step === 'send' ? 'NOT_YET' : 'LETTER';
      const number = await inState(STEPS[step].from[0], contact);
      chosen.sentHow = 'LETTER';
      const word = `wort-${newToken()}`;
      await take(number, step, word);
      const audience = STEPS[step].audience;
      const typed = fieldsOf(step).some(({ name }) => chosen[name] === undefined);
      const isPublished = (await getProposal(viewer, number)) !== null;
      expect((await publicTexts(number)).includes(word), 'everybody').toBe(
        typed && isPublished && isFor('PUBLIC', audience),
      );
      const own = JSON.stringify(await ownPage(number));
      // What everybody reads, the person may also read on the public page.
      if (!typed || !isFor('PERSON', audience)) expect(own).not.toContain(word);
      else if (audience === 'PERSON') expect(own).toContain(word);
      expect(
        JSON.stringify(await getProposalCase(staff, number)).includes(word),
        'the office',
      ).toBe(typed);
      const mails = JSON.stringify(await mailsAsSent({ recipient: contact }));
      if (!isFor('PERSON', audience)) expect(mails).not.toContain(word);
    },
  );

  it('names nobody where everybody will read it, and may where only the person does', async () => {
    const number = await inState(STEPS.handOver.from[0]);
    const said = async (step: OfficeStep, given: Partial<Record<Need, string>>) =>
      decideProposal(staff, { number, step, seen: await proposalSeenNow(number), given });
    const { partnerId, dueOn, sentHow, sentOn } = chosen;
    const asked = { ...{ partnerId, dueOn, sentHow, sentOn } } as Partial<Record<Need, string>>;
    expect(
      await said('handOver', { ...asked, question: 'Kann Frau Krause eine Bank bekommen?' }),
    ).toMatchObject({ code: 'outreach-rounds.trace.name', field: 'question' });
    expect(
      await said('handOver', { ...asked, question: 'Passt eine Bank vor Keilbergring 12?' }),
    ).toMatchObject({ ok: true });
    expect(await said('remind', { note: 'Frau Krause ruft Freitag zurück' })).toMatchObject({
      ok: true,
    });
  });

  it('to remind a body stays in the office, word for word', async () => {
    const number = await inState('HANDED_OVER');
    const note = 'Angerufen, der Kollege ruft Freitag zurück';
    await decideProposal(staff, {
      number,
      step: 'remind',
      seen: await proposalSeenNow(number),
      given: { note },
    });
    const page = await getProposal(viewer, number);
    expect(page?.history.at(-1)).toMatchObject({ to: 'HANDED_OVER', step: 'remind', note: '' });
    expect(await publicTexts(number)).not.toContain('Kollege');
    expect(JSON.stringify(await ownPage(number))).not.toContain('Kollege');
    expect((await getProposalCase(staff, number))?.history.at(-1)).toMatchObject({
      note,
      audience: 'INTERNAL',
    });
  });

  it('by somebody who forgot to say who reads it stays in the office', async () => {
    const number = await inState('PUBLISHED');
    const { id } = await db.proposal.findUniqueOrThrow({ where: { number } });
    await db.proposalStep.create({
      data: { proposalId: id, to: 'PUBLISHED', at: new Date(), by: 'office', note: 'vergessen' },
    });
    expect(await publicTexts(number)).not.toContain('vergessen');
    expect(JSON.stringify(await ownPage(number))).not.toContain('vergessen');
  });
});

describe('what the office takes down', () => {
  it('beside a card or a call is never published with it', async () => {
    const input = {
      ...{ title: 'Mehr Licht am Weg', body: '', districtId, place: '', channel: 'PHONE' as const },
      ...{ nameChoice: 'NEIGHBOUR' as const, name: '', contactKind: 'NUMBER' as const },
      ...{ contact: '', officeNote: 'Frau Krause, Aufgang 3, rief zum dritten Mal an' },
    };
    const entered = await enterIdeaCard(staff, input, makeContext());
    const number = entered.ok ? entered.value.number : 0;
    await take(number, 'publish', 'Ort');
    expect(await getProposal(viewer, number)).toMatchObject({ title: 'Mehr Licht am Weg' });
    expect(await publicTexts(number)).not.toContain('Krause');
    expect(JSON.stringify(await ownPage(number))).not.toContain('Krause');
    expect(JSON.stringify(await getProposalCase(staff, number))).toContain('Krause');
  });
});

describe('merging a text nobody has checked', () => {
  async function merged() {
    const number = await sent();
    await db.proposal.update({
      where: { number },
      data: { title: 'Herr Meier parkt falsch', body: 'Der Meier aus Nummer 7 parkt immer da.' },
    });
    await take(number, 'merge', 'gleich');
    return number;
  }

  it('publishes that it was merged and not a word of it', async () => {
    const number = await merged();
    expect(await getProposal(viewer, number)).toBeNull();
    expect(await publicTexts(number)).not.toContain('Meier');
    const { id } = await db.proposal.findUniqueOrThrow({ where: { number } });
    const why = await db.proposalStep.findFirst({ where: { proposalId: id, step: 'merge' } });
    expect(why).toMatchObject({ note: 'gleich note', audience: 'PERSON' });
    expect((await getProposal(viewer, lead))?.merged).toContainEqual({ number, title: null });
    expect(await ownPage(number)).toMatchObject({
      title: 'Herr Meier parkt falsch',
      isPublic: false,
      lead: { number: lead },
    });
  });

  it('does not make it public on any later way', async () => {
    const number = await merged();
    await take(number, 'separate', 'doch nicht');
    expect((await getProposal(viewer, lead))?.merged.map((one) => one.number)).not.toContain(
      number,
    );
    const { id } = await db.proposal.findUniqueOrThrow({ where: { number } });
    const code = personalKey(PROPOSAL_KEYS, { id, number });
    await withdrawProposal(makeGuest(), { code, removeText: false });
    expect(await getProposal(viewer, number)).toBeNull();
  });

  it('red twin: a checked one stays readable beside its lead', async () => {
    const number = await inState('PUBLISHED');
    await take(number, 'merge', 'gleich');
    expect(await getProposal(viewer, number)).toMatchObject({ state: 'MERGED' });
    expect((await getProposal(viewer, lead))?.merged).toContainEqual({
      number,
      title: 'Bank auf halber Strecke',
    });
  });

  it('is emptied after ninety days and keeps its number; a lead that ends has nothing to set free', async () => {
    const number = await merged();
    const stateSince = new Date('2020-01-01T00:00:00Z');
    await db.proposal.update({ where: { number }, data: { stateSince, place: 'vor der 7' } });
    await forgetOldProposals();
    expect(await db.proposal.findUnique({ where: { number } })).toMatchObject({
      ...{ title: '–', body: '', place: '', state: 'MERGED' },
    });
    await take(lead, 'withdraw', 'zurück');
    expect(await db.proposal.findUnique({ where: { number } })).toMatchObject({ state: 'MERGED' });
  });
});
