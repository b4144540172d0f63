import 'server-only';
import type { Tx } from '@/lib/core/db';
import { addJob } from '@/lib/jobs/steps';
import type { Jobs } from '@/lib/jobs/types';
import { callBy } from '@/lib/mail/call-by';
import type { MailContent } from '@/lib/mail/content';
import type { CallToMake, Letter } from '@/lib/mail/steps';
import { enqueueMails, putOnCallLists } from '@/lib/mail/steps';
import { OFFICE_LOCALE } from '../rules';
import type { CasePerson } from '../types';

/** The jobs that tell many people; each is done by its domain with `tellInBatches`. */
type TellingJob = {
  [Name in keyof Jobs]: Jobs[Name] extends { tellingId: string } ? Name : never;
}[keyof Jobs];

/**
 * Everybody concerned is told, after this transaction and in batches: however many they are, whoever acts
 * waits for one row. Asked for again before all are told, it begins anew: what is newer replaces what is older.
 */
export async function tellAll(
  tx: Tx,
  job: TellingJob,
  { subjectId, detail = '' }: { subjectId: string; detail?: string },
): Promise<void> {
  const [telling] = await tx.$queryRaw<{ id: string }[]>`
    INSERT INTO tellings (id, name, subject_id, detail)
    VALUES (gen_random_uuid(), ${job}, ${subjectId}::uuid, ${detail})
    ON CONFLICT (name, subject_id, detail) DO UPDATE SET after = NULL
    RETURNING id::text`;
  if (telling) await addJob(tx, job, { tellingId: telling.id });
}

/**
 * Tells people of one batch, each the way they chose, in a few statements for all of them.
 * @param before nothing can be told later than this
 */
export async function tellOwners<Person extends CasePerson>(
  tx: Tx,
  people: readonly Person[],
  { at, region, before = null }: { at: Date; region: string; before?: Date | null },
  write: (locale: string, person: Person) => Promise<MailContent>,
): Promise<void> {
  const mails: Letter[] = [];
  const calls: CallToMake[] = [];
  for (const person of people) {
    const { contactKind: kind, contactValue: value, name, locale } = person;
    if (kind === 'NUMBER' || value === '') continue;
    const content = await write(kind === 'MAIL' ? locale : OFFICE_LOCALE, person);
    if (kind === 'MAIL') mails.push({ recipient: value, content });
    else
      calls.push({
        kind,
        person: name,
        contact: value,
        content,
        dueAt: callBy(at, region, before),
      });
  }
  await enqueueMails(tx, mails);
  await putOnCallLists(tx, calls);
}
