import { getTranslations } from 'next-intl/server';
import { DataTable } from '@/components/ui/data-table';
import type { AuditEvent, AuditSubject } from '@/lib/audit/rules';
import type { AuditEntryView, AuditThing, AuditWho } from '@/lib/audit/types';
import { localized, routes } from '@/lib/core/routes';
import { longDateTime } from '@/lib/i18n/dates';

type Entry = AuditEntryView<AuditEvent, AuditSubject>;
type Say = (key: string, values?: Record<string, string | number>) => string;
type ToPath = (thing: { number: number; id: string }) => string;

const SESSION: ToPath = ({ number }) => routes.teamForumSession(number);

/** Where a thing is looked at; `none` leads nowhere. */
const PATHS: Record<Exclude<AuditSubject, 'none'>, ToPath> = {
  proposal: ({ number }) => routes.teamProposal(number),
  signatureList: ({ number }) => routes.teamSignatures(number),
  forumSession: SESSION,
  agendaItem: ({ number }) => routes.teamForumAgenda(number),
  registration: ({ number }) => routes.teamForumRegistrations(number),
  decision: ({ number }) => routes.teamForumResult(number),
  forumTask: ({ number }) => routes.teamForumResult(number),
  poll: ({ number }) => routes.teamPoll(number),
  request: ({ number }) => routes.teamRequest(number),
  initiative: ({ id }) => routes.teamGroup(id),
  partner: ({ id }) => routes.teamPartner(id),
  entry: ({ id }) => routes.teamCalendarEntry(id),
  person: ({ id }) => routes.teamPerson(id),
  invitation: () => routes.teamPeople(),
  cardBatch: () => routes.teamCards(),
  card: () => routes.teamCards(),
  letters: () => routes.teamCalls(),
  settings: () => routes.teamSettings(),
};

/** Who did what and when, one row each. */
export async function AuditTable({
  locale,
  entries,
  total,
}: {
  locale: string;
  entries: Entry[];
  total: number;
}) {
  // messages: audit.event.* audit.who.* audit.thing.*
  const t = await getTranslations({ locale, namespace: 'audit' });
  const say = t as unknown as Say;
  return (
    <DataTable
      caption={t('table.caption', { count: total })}
      columns={[
        { key: 'what', label: t('table.what'), rowHeader: true },
        { key: 'thing', label: t('table.thing') },
        { key: 'who', label: t('table.who') },
        { key: 'at', label: t('table.at') },
      ]}
      rows={entries.map(({ id, at, who, event, subject, thing }) => ({
        id,
        cells: {
          what: say(`event.${event}`),
          thing: thing ? <Thing locale={locale} say={say} subject={subject} thing={thing} /> : '–',
          who: nameOf(who, say),
          at: longDateTime(at, locale),
        },
      }))}
      empty={t('table.none')}
    />
  );
}

const nameOf = (who: AuditWho, say: Say) =>
  who.kind === 'staff' ? who.name : say(`who.${who.kind}`);

interface ThingProps {
  locale: string;
  say: Say;
  subject: AuditSubject;
  thing: AuditThing;
}

function Thing({ locale, say, subject, thing: { number, id } }: ThingProps) {
  if (subject === 'none') return '–';
  const path = PATHS[subject]({ number: number ?? 0, id });
  return <a href={localized(locale, path)}>{say(`thing.${subject}`, { number: number ?? 0 })}</a>;
}
