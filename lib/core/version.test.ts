import { expect, it } from 'vitest';
import { testDatabase } from '@/lib/testing/database';
import { makePartner } from '@/lib/testing/factories';
import { db, inTransaction } from './db';
import { ok, refused } from './result';
import { CHANGED_MEANWHILE, takeVersion } from './version';

testDatabase();

it('of many who saw the same one changes it', async () => {
  const { id, version } = await makePartner();
  const roles = Array.from({ length: 8 }, (_, index) => `Nummer ${index}`);
  const results = await Promise.all(
    roles.map((contactRole) =>
      inTransaction(async (tx) => {
        const late = await takeVersion(tx.partner, id, version);
        if (late) return late;
        await tx.partner.update({ where: { id }, data: { contactRole } });
        return ok(contactRole);
      }),
    ),
  );
  const [first] = results.flatMap((result) => (result.ok ? [result.value] : []));
  expect(results.filter((result) => !result.ok && result.code === CHANGED_MEANWHILE)).toHaveLength(
    7,
  );
  expect(await db.partner.findUnique({ where: { id } })).toMatchObject({
    contactRole: first,
    version: version + 1,
  });
});

it('what is refused for another reason counts nothing', async () => {
  const { id, version } = await makePartner();
  await inTransaction(async (tx) => {
    expect(await takeVersion(tx.partner, id, version)).toBeNull();
    return refused('form.error.required');
  });
  expect(await db.partner.findUnique({ where: { id } })).toMatchObject({ version });
});
