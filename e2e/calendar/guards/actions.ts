import { type ActionTable, AUDIT, OFFICE, row } from '../../guards/who-may';

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
    AUDIT,
  ),
  'partner/termin#changeDateAction': row(
    ['partner', ...OFFICE],
    'calendar_exceptions',
    'calendar_entries',
    AUDIT,
  ),
  'partner/termin#cancelEntryAction': row(['partner', ...OFFICE], 'calendar_entries', AUDIT),
  'partner/termin#reviveEntryAction': row(['partner', ...OFFICE], 'calendar_entries', AUDIT),
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
    AUDIT,
  ),
  'team/kalender#changeDateAction': row(OFFICE, 'calendar_exceptions', 'calendar_entries', AUDIT),
  'team/kalender#cancelEntryAction': row(OFFICE, 'calendar_entries', AUDIT),
  'team/kalender#reviveEntryAction': row(OFFICE, 'calendar_entries', AUDIT),
};
