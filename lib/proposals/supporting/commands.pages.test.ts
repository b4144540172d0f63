import { beforeAll, expect, it } from 'vitest';
import { now } from '@/lib/core/clock';
import { db } from '@/lib/core/db';
import { testDatabase } from '@/lib/testing/database';
import { makeActor, makeDistrict, makeOffice } from '@/lib/testing/factories';
import { pagesAfter } from '@/lib/testing/pages';
import { getProposal } from '../details/queries';
import { countUnansweredProposals, listProposalResults, listProposals } from '../reading/queries';
import { proposalRow } from '../rows.mjs';
import type { ProposalState } from '../types';
import { supportProposal } from './commands';

testDatabase();

const viewer = { locale: 'de' };
const slugs = { here: '', elsewhere: '' };
const numbers = { liked: 0, other: 0 };

beforeAll(async () => {
  await makeOffice();
  const [here, elsewhere] = [await makeDistrict(), await makeDistrict()];
  Object.assign(slugs, { here: here.slug, elsewhere: elsewhere.slug });
  const made = async (districtId: string, state: ProposalState = 'PUBLISHED') => {
    const row = proposalRow({ districtId, authorId: null, state, stateSince: now() });
    const data = { ...row, resultNote: state === 'DONE' ? 'Die Bank steht.' : '' };
    return (await db.proposal.create({ data })).number;
  };
  Object.assign(numbers, { liked: await made(here.id), other: await made(elsewhere.id) });
  await made(here.id, 'DONE');
});

const inDistrict = (slug: string) => listProposals(viewer, { kind: 'district', slug }, 1);

const pages = {
  home: async () => [await listProposalResults(viewer, 3), await countUnansweredProposals()],
  results: () => listProposals(viewer, { kind: 'result' }, 1),
  'another district': () => inDistrict(slugs.elsewhere),
  'another proposal': () => getProposal(viewer, numbers.other),
  'its district': () => inDistrict(slugs.here),
  'its page': () => getProposal(viewer, numbers.liked),
};

it('one click drops what shows its number: not the home page, and no list it is not on', async () => {
  const anna = await makeActor();
  for (const wanted of ['yes', 'no'] as const) {
    const act = () => supportProposal(anna, { number: numbers.liked, wanted });
    const { changed, dropped } = await pagesAfter(pages, act);
    expect(changed).toEqual(['its district', 'its page']);
    expect(dropped).toEqual(changed);
  }
});
