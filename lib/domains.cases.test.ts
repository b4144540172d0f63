import { beforeAll, describe, expect, it } from 'vitest';
import { personalKey } from './cases/keys';
import { findByNumber, findOwnPage } from './cases/queries';
import { db } from './core/db';
import { groupCode } from './core/tokens';
import { DOMAINS } from './domains';
import { forumPaths } from './forum/paths';
import { makeSession, signUpFor } from './forum/samples';
import { initiativesPaths } from './initiatives/paths';
import { makeRequest } from './initiatives/samples';
import { submitProposal } from './proposals/intake/commands';
import { proposalsPaths } from './proposals/paths';
import { proposalRow } from './proposals/rows.mjs';
import { PROPOSAL_KEYS } from './proposals/rules';
import { testDatabase } from './testing/database';
import { makeContext, makeDistrict, makeGuest, makeOffice } from './testing/factories';

testDatabase();

const KINDS = DOMAINS.flatMap(({ cases }) => cases);
let districtId = '';

beforeAll(async () => {
  await makeOffice();
  districtId = (await makeDistrict()).id;
});

async function sentProposal() {
  const input = {
    ...{ title: 'Bank am Weg', body: 'Zum Sitzen.', districtId, place: '', categoryId: '' },
    ...{ nameChoice: 'NEIGHBOUR' as const, name: '', contactKind: 'NUMBER' as const, contact: '' },
  };
  const context = makeContext();
  const sent = await submitProposal(makeGuest(), input, context);
  if (!sent.ok) throw new Error(sent.code);
  const { purpose, characters } = PROPOSAL_KEYS.code;
  return { ...sent.value, code: context.codeFor(purpose, characters) };
}

describe('one door for all cases', () => {
  it('leads by secret code to one’s own page, however it is typed', async () => {
    const proposal = await sentProposal();
    const request = await makeRequest(districtId);
    const seat = await signUpFor((await makeSession()).number);
    const own: [string, (code: string) => string][] = [
      [proposal.code, proposalsPaths.proposalReceipt],
      [request.code, initiativesPaths.supportReceipt],
      [seat.code, forumPaths.registration],
    ];
    for (const [code, path] of own) {
      const grouped = groupCode(code.replaceAll('-', ''));
      expect(await findOwnPage(KINDS, code)).toBe(path(grouped));
      expect(await findOwnPage(KINDS, ` ${grouped.toLowerCase().replace('-', ' ')} `)).toBe(
        path(grouped),
      );
    }
  });

  it('leads by the key of a mail, and nowhere by what opens nothing', async () => {
    const { number } = await sentProposal();
    const { id } = await db.proposal.findUniqueOrThrow({ where: { number } });
    const key = personalKey(PROPOSAL_KEYS, { id, number });
    expect(await findOwnPage(KINDS, ` ${key}`)).toBe(proposalsPaths.proposalReceipt(key));
    for (const typed of ['ACDE-FGHJ', '%', '', 'Bank am Weg', key.replace(/.$/, '_')]) {
      expect(await findOwnPage(KINDS, typed), typed).toBeNull();
    }
  });

  it('a number leads to what everybody may read, and only there', async () => {
    const { number } = await sentProposal();
    expect(await findByNumber(KINDS, number)).toMatchObject({ path: null });
    const shown = await db.proposal.create({
      data: proposalRow({ title: 'Offen', body: 'Da.', districtId, stateSince: new Date() }),
    });
    expect(await findByNumber(KINDS, shown.number)).toMatchObject({
      path: proposalsPaths.proposal(shown.number),
    });
    const request = await makeRequest(districtId);
    expect(await findByNumber(KINDS, request.number)).toMatchObject({ path: null });
  });
});
