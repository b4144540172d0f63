import { type ActionTable, AUDIT, OFFICE, row } from '../../guards/who-may';

/** The partner hears what the office did. */
const TOLD = 'outgoing_mails';

export const ACTIONS: ActionTable = {
  // The calendar: the office all entries, a partner its own; the guards' entry is the first partner's.
  'partner/termin#addEntryAction': row(
    ['partner', 'otherPartner', ...OFFICE],
    'calendar_entries',
    'calendar_entry_districts',
    AUDIT,
  ),
  'partner/termin#changeEntryAction': row(
    ['partner', ...OFFICE],
    'calendar_entries',
    'calendar_entry_districts',
    TOLD,
    AUDIT,
  ),
  'partner/termin#changeDateAction': row(
    ['partner', ...OFFICE],
    'calendar_exceptions',
    'calendar_entries',
    TOLD,
    AUDIT,
  ),
  'partner/termin#cancelEntryAction': row(['partner', ...OFFICE], 'calendar_entries', TOLD, AUDIT),
  'partner/termin#reviveEntryAction': row(['partner', ...OFFICE], 'calendar_entries', TOLD, AUDIT),
  'team/kalender#addEntryAction': row(
    OFFICE,
    'calendar_entries',
    'calendar_entry_districts',
    AUDIT,
  ),
  'team/kalender#changeEntryAction': row(
    OFFICE,
    'calendar_entries',
    'calendar_entry_districts',
    TOLD,
    AUDIT,
  ),
  'team/kalender#changeDateAction': row(
    OFFICE,
    'calendar_exceptions',
    'calendar_entries',
    TOLD,
    AUDIT,
  ),
  'team/kalender#cancelEntryAction': row(OFFICE, 'calendar_entries', TOLD, AUDIT),
  'team/kalender#reviveEntryAction': row(OFFICE, 'calendar_entries', TOLD, AUDIT),
};
