import { describe, expect, it } from 'vitest';
import { DOMAINS } from '@/lib/domains';
import { catalogue } from '@/lib/i18n/catalogue';
import type { PersonalDataRegister } from '@/lib/manifest';

interface Said {
  privacy: { kind: Record<string, { long: string; who: string }> };
  forum: { signUp: { privacy: string } };
  reminders: { account: { wishSeen: string } };
}

const said = async (locale: 'de' | 'de-LS' | 'en') => (await catalogue(locale)) as unknown as Said;

const register = async (): Promise<PersonalDataRegister> =>
  Object.assign({}, ...(await Promise.all(DOMAINS.map(({ register: of }) => of()))));

/** Days and months of two digits, as a register names them. */
const times = (retention: string | undefined): string[] => retention?.match(/\d\d+/g) ?? [];

describe.each(['de', 'de-LS', 'en'] as const)('what is said in %s of how long', (locale) => {
  it('names each time of the register', async () => {
    const { kind } = (await said(locale)).privacy;
    const kept = await register();
    for (const [what, table] of [
      ['mail', 'OutgoingMail'],
      ['calls', 'CallListItem'],
      ['staff', 'AuditEntry'],
    ] as const) {
      expect(times(kept[table]?.retention)).not.toEqual([]);
      for (const time of times(kept[table]?.retention)) expect(kind[what]?.long).toContain(time);
    }
  });

  it('says where somebody signs up what becomes of it, of a session put off and of a mail that did not arrive', async () => {
    const { privacy } = (await said(locale)).forum.signUp;
    const kept = await register();
    expect(kept.Registration?.retention).toMatch(/12 months after the old date/);
    expect(privacy).toMatch(/Jahr|year/);
    expect(privacy).toContain('30');
    expect(times(kept.OutgoingMail?.retention)).toContain('90');
    expect(privacy).toContain('90');
  });

  it('hides nobody the office may see', async () => {
    const { privacy, reminders } = await said(locale);
    // The call list shows name and number of whoever wants to be called.
    expect(privacy.kind.card?.who).toMatch(/Telefon|phone/);
    expect(privacy.kind.card?.who).toMatch(/Name|name/);
    expect(reminders.account.wishSeen).toMatch(/Büro sieht es nur|office sees it only/);
  });
});
