import { getTranslations } from 'next-intl/server';
import { DataTable } from '@/components/ui/data-table';
import { accountsPaths } from '@/lib/accounts/paths';
import type { AuditEvent, AuditSubject } from '@/lib/audit/rules';
import type { AuditEntryView, AuditThing, AuditWho } from '@/lib/audit/types';
import { calendarPaths } from '@/lib/calendar/paths';
import { localized } from '@/lib/core/paths';
import { forumPaths } from '@/lib/forum/paths';
import { longDateTime } from '@/lib/i18n/dates';
import { initiativesPaths } from '@/lib/initiatives/paths';
import { mailPaths } from '@/lib/mail/paths';
import { networkPaths } from '@/lib/network/paths';
import { proposalsPaths } from '@/lib/proposals/paths';
import { settingsPaths } from '@/lib/settings/paths';
import { votingPaths } from '@/lib/voting/paths';

type Entry = AuditEntryView<AuditEvent, AuditSubject>;
type Say = (key: string, values?: Record<string, string | number>) => string;
type ToPath = (thing: { number: number; id: string }) => string;

const SESSION: ToPath = ({ number }) => forumPaths.teamForumSession(number);

/** Where a thing is looked at; `none` leads nowhere. */
const PATHS: Record<Exclude<AuditSubject, 'none'>, ToPath> = {
  proposal: ({ number }) => proposalsPaths.teamProposal(number),
  signatureList: ({ number }) => proposalsPaths.teamSignatures(number),
  forumSession: SESSION,
  agendaItem: ({ number }) => forumPaths.teamForumAgenda(number),
  registration: ({ number }) => forumPaths.teamForumRegistrations(number),
  decision: ({ number }) => forumPaths.teamForumResult(number),
  forumTask: ({ number }) => forumPaths.teamForumResult(number),
  poll: ({ number }) => votingPaths.teamPoll(number),
  request: ({ number }) => initiativesPaths.teamRequest(number),
  initiative: ({ id }) => initiativesPaths.teamGroup(id),
  partner: ({ id }) => networkPaths.teamPartner(id),
  entry: ({ id }) => calendarPaths.teamCalendarEntry(id),
  person: ({ id }) => accountsPaths.teamPerson(id),
  invitation: () => accountsPaths.teamPeople(),
  cardBatch: () => accountsPaths.teamCards(),
  card: () => accountsPaths.teamCards(),
  letters: () => mailPaths.teamCalls(),
  settings: () => settingsPaths.teamSettings(),
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
