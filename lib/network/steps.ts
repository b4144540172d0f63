import 'server-only';
import { accountsPaths } from '@/lib/accounts/paths';
import type { Actor } from '@/lib/accounts/types';
import { OFFICE_LOCALE } from '@/lib/cases/rules';
import type { Tx } from '@/lib/core/db';
import { AppError } from '@/lib/core/errors';
import { enqueueMails, putOnCallLists } from '@/lib/mail/steps';
import { getOffice } from '@/lib/settings/queries';
import { partnershipMail } from './emails/partnership';
import type { ChangePartnerInput } from './schema';
import type { PartnerState } from './types';

/**
 * Whoever acts for a partner with their account hears that this ends or goes on: by mail in their language, or on the
 * office's call list. Their account stays; what it can do is another thing now.
 */
export async function tellPeopleOf(
  { tx, actor }: { tx: Tx; actor: Actor },
  partnerId: string,
  what: 'ended' | 'takenUp',
): Promise<void> {
  const { name } = await tx.partner.findUniqueOrThrow({
    where: { id: partnerId },
    select: { name: true },
  });
  const people = await tx.user.findMany({
    where: { partnerId, id: { not: actor.id }, roles: { some: { role: 'PARTNER' } } },
    select: { id: true, email: true, displayName: true, locale: true },
    orderBy: { createdAt: 'asc' },
  });
  const office = await getOffice({ locale: OFFICE_LOCALE });
  const said = {
    ...{ partnerId, partner: name, area: accountsPaths.partner() },
    ...{ office: office.officeName, phone: office.phone },
  };
  const write = (locale: string) => partnershipMail(locale, what, said);
  const mailed = people.flatMap(({ email, locale }) => (email ? [{ email, locale }] : []));
  const letters = await Promise.all(
    mailed.map(async ({ email, locale }) => ({ recipient: email, content: await write(locale) })),
  );
  await enqueueMails(tx, letters);
  const content = await write(OFFICE_LOCALE);
  await putOnCallLists(
    tx,
    people
      .filter(({ email }) => email === null)
      .map(({ id: accountId, displayName }) => ({
        ...{ kind: 'PHONE' as const, person: displayName ?? '', contact: '', content },
        // What is newer about the same partner takes its place.
        ...{ accountId, caseId: accountId, aboutId: partnerId },
      })),
  );
}

interface Locked {
  version: number;
  state: PartnerState;
  lastContactOn: Date | null;
}

/** A partner held by the running transaction. @throws AppError `NOT_FOUND` */
export async function lockPartner(tx: Tx, id: string): Promise<Locked> {
  const [row] = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM partners WHERE id = ${id}::uuid FOR UPDATE`;
  if (!row) throw new AppError('NOT_FOUND');
  return tx.partner.findUniqueOrThrow({
    where: { id },
    select: { version: true, state: true, lastContactOn: true },
  });
}

type Changes = Partial<Omit<ChangePartnerInput, 'id' | 'version'>> & {
  state?: PartnerState;
  stateSince?: Date;
  lastContactOn?: Date | null;
};

export async function writePartner(tx: Tx, id: string, at: Date, changes: Changes): Promise<void> {
  const data = { ...changes, updatedAt: at };
  await tx.partner.update({ where: { id }, data, select: { id: true } });
}
