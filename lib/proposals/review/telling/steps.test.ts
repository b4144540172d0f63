import { beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '@/lib/accounts/types';
import { personalKey } from '@/lib/cases/keys';
import { now } from '@/lib/core/clock';
import { db } from '@/lib/core/db';
import { newToken } from '@/lib/core/tokens';
import { makeSession, putOnAgenda } from '@/lib/forum/samples';
import { testDatabase } from '@/lib/testing/database';
import {
  makeActor,
  makeCategory,
  makeDistrict,
  makeGuest,
  makeOffice,
  makePartner,
} from '@/lib/testing/factories';
import { mailsAsSent } from '@/lib/testing/mails';
import { proposalSeenNow } from '@/lib/testing/seen';
import { tellEverybody } from '@/lib/testing/tellings';
import { withdrawProposal } from '../../own/commands';
import { proposalRow } from '../../rows.mjs';
import { LISTED_STATES, PROPOSAL_KEYS } from '../../rules';
import type { ProposalState } from '../../types';
import { fieldsOf, type Need, type OfficeStep, STEPS } from '../../way/rules';
import { decideProposal } from '../commands';
import { isForumDecision, OFFICE_STEPS } from '../rules';

testDatabase();

let districtId = '';
let staff: Actor;
const chosen: Partial<Record<Need, string>> = {
  infeasibleReason: 'cost',
  statementResult: 'feasible',
  dueOn: '2099-01-15',
  removeText: '',
  sentHow: 'LETTER',
  sentOn: '',
  wordingAgreed: 'PHONE',
};

beforeAll(async () => {
  await makeOffice();
  districtId = (await makeDistrict()).id;
  staff = await makeActor({ roles: ['COORDINATOR'] });
  chosen.categoryId = (await makeCategory()).id;
  chosen.partnerId = (await makePartner()).id;
  chosen.sessionId = (await makeSession({ state: 'HELD', inDays: -3 })).id;
});

const address = (who: string) => `${who}-${newToken().toLowerCase()}@post.example`;

async function made(
  state: ProposalState,
  contactValue: string,
  mergedIntoId: string | null = null,
) {
  const states: ProposalState[] = mergedIntoId === null ? [state] : ['PUBLISHED', 'MERGED'];
  const steps = {
    create: states.map((to, index) => ({
      to,
      at: new Date(now().getTime() + index),
      by: 'office',
    })),
  };
  const row = proposalRow({ districtId, state, resultNote: 'Da.', mergedIntoId, contactValue });
  const { id, number } = await db.proposal.create({ data: { ...row, contactKind: 'MAIL', steps } });
  if (state === 'HANDED_OVER') {
    const asked = { proposalId: id, partnerId: chosen.partnerId ?? '', question: 'Geht das?' };
    await db.handover.create({
      data: { ...asked, sentAt: now(), sentHow: 'LETTER', answerDueAt: new Date('2026-01-05') },
    });
  }
  return { id, number, contactValue };
}

async function take(number: number, step: OfficeStep): Promise<void> {
  const given = Object.fromEntries(
    fieldsOf(step).map(({ name }) => [name, chosen[name] ?? `getippt: ${name}`]),
  );
  if (step === 'discuss') {
    given.sessionId = (await makeSession({ state: 'PLANNED' })).id;
    await putOnAgenda(given.sessionId, number);
  }
  if (isForumDecision(step)) await putOnAgenda(chosen.sessionId ?? '', number);
  const seen = await proposalSeenNow(number);
  const result = await decideProposal(staff, { number, step, seen, given });
  if (!result.ok) throw new Error(`${step}: ${result.code}`);
}

/** A lead, one that is joined to it, and one that is joined to that. */
async function three(state: ProposalState) {
  const lead = await made(state, address('lead'));
  const joined = await made('MERGED', address('joined'), lead.id);
  const further = await made('MERGED', address('further'), joined.id);
  chosen.leadNumber = String((await made('PUBLISHED', '')).number);
  return { lead, joined, further };
}

const subjectsTo = async (recipient: string) =>
  (await mailsAsSent({ recipient })).map(({ subject }) => subject);

const where = async (id: string) =>
  db.proposal.findUniqueOrThrow({ where: { id }, select: { state: true, mergedIntoId: true } });

const OVER: readonly ProposalState[] = ['DECLINED', 'NOT_FEASIBLE', 'WITHDRAWN'];
const isListed = (state: ProposalState) =>
  (LISTED_STATES as readonly ProposalState[]).includes(state);
// Nothing can be taken off the site to which others are joined; here every question has gone out already, and no last
// step is known that could be taken back.
const NOT_HERE: readonly OfficeStep[] = ['unpublish', 'send', 'takeBack'];
const ways = OFFICE_STEPS.filter((step) => !NOT_HERE.includes(step)).flatMap((step) => {
  const from = (STEPS[step].from as readonly ProposalState[]).filter(isListed);
  return from
    .filter((state, index) => index === 0 || state === 'HANDED_OVER')
    .map((state) => [step, state] as const);
});

const openHandovers = (proposalId: string) =>
  db.handover.count({ where: { proposalId, closedAt: null } });

describe('whoever wrote a proposal that is joined to another', () => {
  it.each(ways)('hears of %s from %s once, and goes on where the lead ends', async (step, from) => {
    const { lead, joined, further } = await three(from);
    await take(lead.number, step);
    // However many they are, whoever takes the step waits for its author's mail alone.
    const atOnce = await Promise.all([joined, further].map((one) => subjectsTo(one.contactValue)));
    expect(atOnce).toEqual([[], []]);
    await tellEverybody();
    const isOver = OVER.includes(STEPS[step].to);
    const told = STEPS[step].told ? 1 : 0;
    for (const one of [lead, joined, further]) {
      const subjects = await subjectsTo(one.contactValue);
      expect(subjects).toHaveLength(told);
      expect(subjects.filter((subject) => !subject.includes(String(one.number)))).toEqual([]);
    }
    const [subject = ''] = await subjectsTo(joined.contactValue);
    expect(subject.includes('wieder eigene Wege')).toBe(isOver);
    expect(await where(joined.id)).toEqual(
      isOver
        ? { state: 'PUBLISHED', mergedIntoId: null }
        : { state: 'MERGED', mergedIntoId: lead.id },
    );
    expect(await where(further.id)).toEqual({ state: 'MERGED', mergedIntoId: joined.id });
    // Nothing waits for a body that the proposal is not with any more.
    expect(await openHandovers(lead.id)).toBe(STEPS[step].to === 'HANDED_OVER' ? 1 : 0);
  });

  it('does not lose its lead from the site without a word', async () => {
    const { lead, joined } = await three('PUBLISHED');
    await expect(take(lead.number, 'unpublish')).rejects.toThrow('proposals.refused.leadStays');
    expect(await where(joined.id)).toEqual({ state: 'MERGED', mergedIntoId: lead.id });
  });

  it('goes on when the author of the lead takes it back themselves', async () => {
    const { lead, joined } = await three('HANDED_OVER');
    const code = personalKey(PROPOSAL_KEYS, lead);
    await withdrawProposal(makeGuest(), { code, removeText: false });
    await tellEverybody();
    expect(await where(joined.id)).toMatchObject({ state: 'PUBLISHED', mergedIntoId: null });
    expect(await subjectsTo(joined.contactValue)).toHaveLength(1);
    expect(await openHandovers(lead.id)).toBe(0);
  });

  it('hears once at one address, also if they supported it, and nothing that is for its author', async () => {
    const anna = await makeActor();
    const lead = await made('IN_PROGRESS', address('lead'));
    const joined = await made('MERGED', anna.email ?? '', lead.id);
    await made('MERGED', anna.email ?? '', lead.id);
    const ben = await makeActor();
    for (const proposalId of [lead.id, joined.id])
      for (const userId of [anna.id, ben.id])
        await db.proposalSupport.create({ data: { proposalId, userId } });
    await take(lead.number, 'finish');
    await tellEverybody();
    expect(await subjectsTo(anna.email ?? '')).toHaveLength(1);
    expect(await subjectsTo(ben.email ?? '')).toHaveLength(1);
  });

  it('is told by the way they chose and not as a supporter besides; supporters of theirs are told of theirs', async () => {
    const [called, asking, ben] = [await makeActor(), await makeActor(), await makeActor()];
    const lead = await made('IN_PROGRESS', '03771 555');
    const joined = await made('MERGED', '03771 556', lead.id);
    const further = await made('MERGED', '', joined.id);
    const phoned = { contactKind: 'PHONE' } as const;
    await db.proposal.update({ where: { id: lead.id }, data: phoned });
    await db.proposal.update({
      where: { id: joined.id },
      data: { ...phoned, authorId: called.id },
    });
    // Whoever asks by number is told nothing as its author.
    const byNumber = { contactKind: 'NUMBER', authorId: asking.id } as const;
    await db.proposal.update({ where: { id: further.id }, data: byNumber });
    for (const userId of [called.id, asking.id])
      await db.proposalSupport.create({ data: { proposalId: lead.id, userId } });
    await db.proposalSupport.create({ data: { proposalId: further.id, userId: ben.id } });
    await take(lead.number, 'finish');
    await tellEverybody();
    expect(await db.callListItem.count({ where: { caseId: joined.id } })).toBe(1);
    expect(await subjectsTo(called.email ?? '')).toEqual([]);
    expect(await subjectsTo(asking.email ?? '')).toHaveLength(1);
    const [mail, ...more] = await mailsAsSent({ recipient: ben.email ?? '' });
    expect(more).toEqual([]);
    expect(mail?.text).toContain(`Sie haben den Vorschlag Nr. ${further.number} unterstützt`);
  });
});
