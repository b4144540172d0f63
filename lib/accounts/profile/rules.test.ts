import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { DOMAINS } from '@/lib/domains';
import { catalogue } from '@/lib/i18n/catalogue';
import type { PersonalDataRegister } from '@/lib/manifest';
import type { Leaving } from '../steps';
import { THINGS_THAT_GO, THINGS_THAT_STAY } from './rules';

const schema = readdirSync('prisma/schema')
  .map((file) => readFileSync(`prisma/schema/${file}`, 'utf8'))
  .join('\n');

/** Tables of which the database deletes a row when its account is deleted. */
const taken = [...schema.matchAll(/^model (\w+) \{([^}]*)\}/gm)]
  .filter(([, , columns = '']) => /\sUser\??\s+@relation\([^)]*onDelete: Cascade/.test(columns))
  .map(([, name]) => name)
  // Of domains that write their keys to accounts themselves: this is no business of the schema of accounts.
  .concat('CounsellorTask', 'OutreachWalker', 'StaffMeetingPerson', 'TaskAbsence', 'TaskView');

/** What the domains say, all together. */
async function said(of: 'goes' | 'remains'): Promise<[string, readonly string[]][]> {
  const all: Leaving[] = await Promise.all(DOMAINS.map(({ leaving }) => leaving()));
  return all.flatMap((leaving) => Object.entries(leaving[of] ?? {}));
}
const tablesOf = async (of: 'goes' | 'remains') =>
  (await said(of)).flatMap(([, tables]) => tables).toSorted();

describe('what goes with an account', () => {
  it('is all named on the page that deletes it', async () => {
    expect(taken).toContain('ProposalSupport');
    expect([...taken].sort()).toEqual(await tablesOf('goes'));
    for (const [thing] of await said('goes')) expect(THINGS_THAT_GO).toContain(thing);
  });

  it('is said by whoever has the table', async () => {
    const wrong = await Promise.all(
      DOMAINS.map(async ({ leaving, register }) => {
        const { goes, remains }: Leaving = await leaving();
        const own = Object.keys(await register());
        return [...Object.values(goes ?? {}), ...Object.values(remains ?? {})]
          .flat()
          .filter((table) => !own.includes(table));
      }),
    );
    expect(wrong.flat()).toEqual([]);
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
  'KeptTaskDoer',
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
      (await tablesOf('remains')).filter((table) => !goes.includes(table)),
    );
  });

  it.each(['de', 'de-LS', 'en'] as const)('is said with how long, in %s', async (locale) => {
    const { profile } = (await catalogue(locale)) as unknown as {
      profile: { delete: { stays: Record<string, string> } };
    };
    const { stays } = profile.delete;
    expect(Object.keys(stays)).toEqual(THINGS_THAT_STAY);
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
      for (const time of longest(table)) expect(stays[thing]).toContain(time);
    // Without the code a number gives nothing back.
    expect(stays.registrations).toMatch(/Geheim-Code|secret code/);
  });
});
