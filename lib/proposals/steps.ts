import 'server-only';
import { newRowId } from '@/lib/core/row-id';
import type { ProposalKind } from './review/effects/steps';
import { leaveState } from './review/freeing/steps';
import { isAwaitingAnswer, PROPOSAL_KEYS } from './rules';

const LOCKED = {
  id: true,
  number: true,
  title: true,
  state: true,
  publishedAt: true,
  voteClosesAt: true,
  answerBy: true,
  authorId: true,
  locale: true,
  name: true,
  contactKind: true,
  contactValue: true,
} as const;

export const PROPOSALS: ProposalKind = {
  name: 'proposal',
  keys: PROPOSAL_KEYS,
  hold: (tx, which) => tx.$queryRaw`SELECT id::text FROM proposals WHERE ${which} FOR UPDATE`,
  owes: isAwaitingAnswer,
  workdays: ({ promiseWorkdays }) => promiseWorkdays,
  read: (tx, id) => tx.proposal.findUnique({ where: { id }, select: LOCKED }),
  write: (tx, ids, data) => tx.proposal.updateMany({ where: { id: { in: [...ids] } }, data }),
  record: (tx, lines) => {
    const rows = lines.map(
      ({ caseId, note, bodyName = '', sessionId = null, step = '', ...line }) => ({
        ...{ id: newRowId(line.at), proposal_id: caseId, ...line, step },
        ...{ note: note.toWellFormed(), body_name: bodyName.toWellFormed(), session_id: sessionId },
      }),
    );
    // As one value: thousands of them are there in a moment, and whoever acts holds their proposals meanwhile.
    return tx.$executeRaw`
      INSERT INTO proposal_steps (id, proposal_id, "to", at, by, step, body_name, note, audience, session_id)
      SELECT id, proposal_id, "to", at, by, step, body_name, note, audience, session_id
      FROM json_populate_recordset(NULL::proposal_steps, ${JSON.stringify(rows)}::json)`;
  },
  moved: (tx, change) => leaveState(PROPOSALS, tx, change),
};
