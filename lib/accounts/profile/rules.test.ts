import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { DOMAINS } from '@/lib/domains';
import { catalogue } from '@/lib/i18n/catalogue';
import type { PersonalDataRegister } from '@/lib/manifest';
import { GOES_WITH_ACCOUNT, STAYS_WITHOUT_ACCOUNT, THINGS_THAT_STAY } from './rules';

const schema = readdirSync('prisma/schema')
  .map((file) => readFileSync(`prisma/schema/${file}`, 'utf8'))
  .join('\n');

/** Tables of which the database deletes a row when its account is deleted. */
const taken = [...schema.matchAll(/^model (\w+) \{([^}]*)\}/gm)]
  .filter(([, , columns = '']) => /\sUser\??\s+@relation\([^)]*onDelete: Cascade/.test(columns))
  .map(([, name]) => name)
  // Of domains that write their keys to accounts themselves: this is no business of the schema of accounts.
  .concat('OutreachWalker', 'StaffMeetingPerson', 'TaskAbsence', 'TaskView');

describe('what goes with an account', () => {
  it('is all named on the page that deletes it', () => {
    expect(taken).toContain('ProposalSupport');
    expect([...taken].sort()).toEqual(Object.values(GOES_WITH_ACCOUNT).flat().toSorted());
  });
});

/** Of these an account's deletion leaves a row that leads to nobody any more. */
const LEADS_TO_NOBODY = [
  'AccessCard',
  'CounsellingEdition',
  'CountSheet',
  'ForumSession',
  'Poll',
  'PollStop',
  'RollEntry',
  'Task',
];
/**
 * Nobody's who has an account: how to reach a partner, a group or a guest, cards that were not given out, photos,
 * whose people agreed on paper, and who holds a training.
 */
const OF_NO_ACCOUNT = [
  ...['AccessCardBatch', 'ActivationInvitation', 'ActivationPhoto', 'Initiative', 'Partner'],
  'StaffMeeting',
];

describe('what stays without an account', () => {
  const registers = (): Promise<PersonalDataRegister[]> =>
    Promise.all(DOMAINS.map(({ register }) => register()));

  it('is all named on the page that deletes it, as the register of personal data has it', async () => {
    const tables = (await registers()).flatMap((register) => Object.entries(register));
    const personal = tables
      .filter(([, { personal: columns, sensitive }]) => columns.length + sensitive.length > 0)
      .map(([table]) => table);
    const goes = ['User', ...taken, ...LEADS_TO_NOBODY, ...OF_NO_ACCOUNT];
    expect(personal.filter((table) => !goes.includes(table)).toSorted()).toEqual(
      Object.values(STAYS_WITHOUT_ACCOUNT)
        .flat()
        .filter((table) => !goes.includes(table))
        .toSorted(),
    );
  });

  it.each(['de', 'de-LS', 'en'] as const)('is said with how long, in %s', async (locale) => {
    const { profile } = (await catalogue(locale)) as unknown as {
      profile: { delete: { stays: Record<string, string> } };
    };
    const said = profile.delete.stays;
    expect(Object.keys(said)).toEqual(THINGS_THAT_STAY);
    const kept = Object.assign({}, ...(await registers())) as Record<string, { retention: string }>;
    const longest = (table: string) => kept[table]?.retention.match(/\d\d+/g) ?? [];
    for (const [thing, table] of [
      ['registrations', 'Registration'],
      ['mails', 'OutgoingMail'],
      ['calls', 'CallListItem'],
      ['records', 'AuditEntry'],
      ['records', 'Correction'],
      ['records', 'Invitation'],
    ] as const)
      for (const time of longest(table)) expect(said[thing]).toContain(time);
    // Without the code a number gives nothing back.
    expect(said.registrations).toMatch(/Geheim-Code|secret code/);
  });
});
