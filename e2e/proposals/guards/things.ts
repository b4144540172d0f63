import { proposalRow } from '../../../lib/proposals/rows.mjs';
import type { ProposalState } from '../../../lib/proposals/types';
import { wednesday } from '../../days';
import { by, type Made, type Maker, newCode, type Row } from '../../guards/making';

async function proposal(make: Maker, state: ProposalState, more: Row = {}) {
  const code = newCode();
  const id = await make.add('proposals', {
    ...proposalRow({
      codeHash: make.house.hash('proposal', code),
      title: 'Ein Vorschlag für die Wachen',
      body: 'Er ist nur da, damit jemand etwas mit ihm tun kann.',
      districtId: make.district,
      state,
      publishedAt: state === 'PUBLISHED' ? new Date() : null,
    }),
    ...more,
  });
  return { id, code, number: await make.numberOf('proposals', id) };
}

/** A public proposal with one list of five signatures. */
async function signatureList(make: Maker) {
  const { id, number } = await proposal(make, 'PUBLISHED', {
    paper_supporters: 5,
    paper_signatures: 5,
  });
  const list = await make.add('signature_lists', {
    proposal_id: id,
    signatures: 5,
    collected_on: wednesday(-9),
    place: 'Bäckerei',
    entered_at: new Date(),
  });
  return { number, list };
}

/** What a body answered to a public proposal. */
async function statement(make: Maker) {
  const { id, number } = await proposal(make, 'STATEMENT_RECEIVED', { published_at: new Date() });
  const answer = await make.add('statements', {
    ...{ proposal_id: id, partner_id: make.house.homes.partners[0], result: 'feasible' },
    ...{ text: 'Die Fläche ist städtisch.', plain_text: 'Das geht.', received_at: new Date() },
  });
  return { number, answer };
}

/** One that is done, with what the office wrote about it. */
async function finished(make: Maker) {
  const said = 'Die Bank steht am Park.';
  const { id, number } = await proposal(make, 'DONE', {
    ...{ published_at: new Date(), result_note: said, outcome_audience: 'PUBLIC' },
  });
  const step = await make.add('proposal_steps', {
    ...{ proposal_id: id, to: 'DONE', at: new Date(), by: 'office', note: said },
    audience: 'PUBLIC',
  });
  return { number, step };
}

/** One whose words everybody reads were agreed with whoever wrote others. */
async function reworded(make: Maker) {
  const { id, number } = await proposal(make, 'PUBLISHED');
  await make.addRows('proposal_wordings', [
    {
      ...{ proposal_id: id, title: 'Wie es kam', body: 'So hat es jemand geschrieben.' },
      ...{ agreed_how: 'PHONE', agreed_at: new Date() },
    },
  ]);
  return number;
}

/** One a body was asked about. */
async function handedOver(make: Maker) {
  const { id, number } = await proposal(make, 'HANDED_OVER');
  await make.add('handovers', {
    ...{ proposal_id: id, partner_id: make.house.homes.partners[0] },
    ...{ question: 'Wem gehört die Fläche?' },
  });
  return number;
}

export const things = (make: Maker) => ({
  proposal: by(make, proposal),
  signatureList: by(make, signatureList),
  statement: by(make, statement),
  finished: by(make, finished),
  reworded: by(make, reworded),
  handedOver: by(make, handedOver),
});

export const addresses = async (things: Made) => ({
  signed: await things.signatureList(),
  proposal: (await things.proposal('PUBLISHED')).number,
  answered: (await things.statement()).number,
  finished: await things.finished(),
  reworded: await things.reworded(),
  handedOver: await things.handedOver(),
  asked: (await things.proposal('NEEDS_CLARIFICATION', { question: 'Wo genau ist das?' })).number,
  declined: (
    await things.proposal('DECLINED', {
      ...{ reason_text: 'Die Fläche gehört der Bahn.', outcome_audience: 'PUBLIC' },
    })
  ).number,
  receipt: (await things.proposal('SUBMITTED')).code,
  question: (await things.proposal('NEEDS_CLARIFICATION')).code,
});

declare module '../../guards/making' {
  interface Made extends ReturnType<typeof things> {}
  interface Addresses extends Awaited<ReturnType<typeof addresses>> {}
}
