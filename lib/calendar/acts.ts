import type { Acts } from '@/lib/cases/types';

export const calendarActs: Acts = {
  acts: [
    {
      of: [
        ...['calendar.entry.cancelled', 'calendar.entry.cancelledSeries'],
        ...['calendar-partner.list.cancelled', 'calendar-partner.entry.reviveTitle'],
      ],
      said: "calendar_entries t WHERE t.status = 'CANCELLED'",
      // Whoever has it on the phone is told of it: what is called off was changed after it was entered.
      proof: 't.sequence > 0',
      lie: "UPDATE calendar_entries SET status = 'CANCELLED', sequence = 0",
    },
    {
      of: ['calendar.cancelled', 'calendar.cancelledNote', 'calendar-partner.list.nextOff'],
      said: 'calendar_exceptions t WHERE t.cancelled',
      proof: "t.new_local_start = '' AND t.new_local_end = ''",
      lie: 'UPDATE calendar_exceptions SET cancelled = true, new_local_start = local_date',
      refusedBy: 'calendar_exceptions_moved_or_cancelled',
    },
    {
      of: ['calendar.moved', 'calendar.movedNote'],
      said: 'calendar_exceptions t WHERE NOT t.cancelled',
      proof: "t.new_local_start <> '' AND t.new_local_end > t.new_local_start",
      lie: "UPDATE calendar_exceptions SET cancelled = false, new_local_start = '', new_local_end = ''",
      refusedBy: 'calendar_exceptions_moved_or_cancelled',
    },
  ],
  noAct: {},
};
