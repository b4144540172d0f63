import { describe, expect, test } from 'vitest';
import { findProblems } from './check-schema.mjs';
import { makeTree } from './fixture';

const REGISTER = 'lib/forum/register.ts';

const model = `enum State {
  OPEN
}

/// An idea.
/// Personal: name as given. Retention: 90 days.
model Proposal {
  id         String   @id @default(uuid(7)) @db.Uuid
  name       String   @default("")
  state      State
  districtId String   @map("district_id") @db.Uuid
  at         DateTime @db.Timestamptz(3)
  localStart DateTime @map("local_start") @db.Timestamp(3)
  dueOn      DateTime @map("due_on") @db.Date
  tags       String[]
  district   District @relation(fields: [districtId], references: [id], onDelete: Restrict)

  @@index([districtId, at(sort: Desc)])
  @@map("proposals")
}

/// A district.
/// Personal: none. Retention: permanent.
model District {
  id        String     @id @default(uuid(7)) @db.Uuid
  proposals Proposal[]

  @@map("districts")
}
`;

const register = `export const personalDataRegister = {
  Proposal: {
    purpose: 'An idea', retention: '90 days',
    personal: ['name'], sensitive: [],
    neutral: ['id', 'state', 'districtId', 'at', 'localStart', 'dueOn', 'tags'],
  },
  District: { purpose: 'A district', retention: 'permanent', personal: [], sensitive: [], neutral: ['id'] },
} satisfies PersonalDataRegister;
`;

/** What the check says after one piece of the good schema or register was replaced. */
function said(piece: string, replacement: string) {
  const root = makeTree({
    'prisma/schema/proposals.prisma': model.replace(piece, replacement),
    [REGISTER]: register.replace(piece, replacement),
  });
  return findProblems(root).map(({ message }) => message);
}

describe('check-schema', () => {
  test('is silent about a schema that follows the habits', () => {
    expect(said('', '')).toEqual([]);
  });

  test.each([
    ['Personal: name as given. ', '', 'Proposal does not say "Personal: …"'],
    [' Retention: 90 days.', '', 'Proposal does not say "Retention: …"'],
    ['/// An idea.\n', '', 'Proposal does not say what it is for (/// before the model)'],
    ['  @@map("proposals")\n', '', 'Proposal has no @@map'],
    [
      '@@map("proposals")',
      '@@map("Proposal")',
      'Proposal is mapped to "Proposal", not to a plural',
    ],
    [' @default(uuid(7)) @db.Uuid', ' @default(cuid())', 'Proposal.id needs String @db.Uuid'],
    ['@db.Timestamptz(3)', '@db.Timestamp(3)', 'Proposal.at needs @db.Timestamptz(3)'],
    ['@map("due_on") @db.Date', '@map("due_on")', 'Proposal.dueOn needs @db.Timestamptz(3)'],
    [' @map("due_on")', '', 'Proposal.dueOn needs @map to snake_case'],
    ['@map("district_id") @db.Uuid', '@map("district_id")', 'Proposal.districtId needs @db.Uuid'],
    [', onDelete: Restrict', '', 'Proposal.district does not say onDelete'],
    [
      '[districtId, at(sort: Desc)]',
      '[at, districtId]',
      'Proposal.district has a key without index',
    ],
    ["personal: ['name']", 'personal: []', 'Proposal.name is not marked'],
    ["['name']", "['name', 'phone']", 'Proposal has no column "phone"'],
    ["'dueOn', 'tags'", "'dueOn', 'tags', 'name'", 'Proposal.name is listed twice'],
    ['  District: {', '  Region: {', 'District is not in the register of personal data'],
    ['  District: {', '  Region: {', 'there is no model "Region"'],
    ["retention: '90 days'", "retention: '1 year'", 'Proposal is kept "90 days" by its model'],
    ["purpose: 'A district', ", '', 'District does not say its purpose'],
    ['Personal: none.', 'Personal: its name.', 'District says it holds personal data'],
    ['Personal: name as given.', 'Personal: none.', 'Proposal says "Personal: none", but'],
  ])('finds that "%s" became "%s"', (piece, replacement, message) => {
    expect(said(piece, replacement)).toContainEqual(expect.stringContaining(message));
  });

  test('finds a file that is too long', () => {
    const root = makeTree({ 'prisma/schema/long.prisma': '// a line\n'.repeat(151) });
    expect(findProblems(root)[0]?.message).toBe('has 151 lines, at most 150');
  });
});
