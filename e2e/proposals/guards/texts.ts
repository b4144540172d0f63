import { columns, type PublicRows, type TextTable } from '../../guards/readers';

const PUBLIC_PROPOSAL = `t.published_at IS NOT NULL
  AND t.state NOT IN ('SUBMITTED', 'UNDER_REVIEW', 'NEEDS_CLARIFICATION', 'NOT_PUBLISHED', 'DRAFT')`;
const ofPublicProposal = `EXISTS (SELECT 1 FROM proposals p WHERE p.id = t.proposal_id AND
  ${PUBLIC_PROPOSAL.replaceAll('t.', 'p.')})`;

export const TEXTS: TextTable = [
  columns('PUBLIC', 'handovers', 'question'),
  columns('PUBLIC', 'proposal_steps', 'note body_name'),
  columns('PROGRAM', 'proposal_steps', 'by step'),
  columns('PUBLIC', 'proposals', 'title body place reason_text result_note easy_text'),
  // What is shown of the name is the person's choice: initials, first name, or nothing.
  columns('PERSON', 'proposals', 'name contact_value question'),
  columns('PERSON', 'proposal_wordings', 'title body'),
  columns('PROGRAM', 'proposals', 'code_hash reason_code locale'),
  columns('INTERNAL', 'signature_lists', 'place'),
  columns('PUBLIC', 'statements', 'text plain_text'),
  columns('PROGRAM', 'statements', 'result'),
];

export const PUBLIC_ROWS: PublicRows = {
  handovers: ofPublicProposal,
  proposal_steps: `t.audience = 'PUBLIC' AND ${ofPublicProposal}`,
  'proposal_steps.body_name': ofPublicProposal,
  proposals: PUBLIC_PROPOSAL,
  'proposals.reason_text': `t.outcome_audience = 'PUBLIC' AND ${PUBLIC_PROPOSAL}`,
  'proposals.result_note': `t.outcome_audience = 'PUBLIC' AND ${PUBLIC_PROPOSAL}`,
  statements: ofPublicProposal,
};
