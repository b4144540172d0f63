import type { Acts } from '@/lib/cases/types';

const meeting = (state: string) => `staff_meetings t WHERE t.state = '${state}'`;
const ahead = `WHERE id = (SELECT id FROM staff_meetings WHERE state = 'REGISTERED' LIMIT 1)`;
/** One day more: the day is the office's own. */
const over = 't.day <= current_date + 1';

export const meetingsActs: Acts = {
  acts: [
    {
      of: ['meetings.state.ATTENDED'],
      ...{ said: meeting('ATTENDED'), proof: over },
      lie: `UPDATE staff_meetings SET state = 'ATTENDED', day = current_date + 9 ${ahead}`,
    },
    {
      of: ['meetings.state.EVALUATED'],
      ...{ said: meeting('EVALUATED'), proof: over },
      lie: `UPDATE staff_meetings SET state = 'EVALUATED', day = current_date + 9 ${ahead}`,
    },
    {
      of: ['meetings.state.CANCELLED'],
      said: meeting('CANCELLED'),
      proof: 'NOT t.released',
      lie: "UPDATE staff_meetings SET state = 'CANCELLED' WHERE released",
      refusedBy: 'staff_meetings_released_is_something',
    },
    {
      of: ['meetings.public.lead'],
      said: 'staff_meetings t WHERE t.released',
      proof: `t.state = 'EVALUATED' AND ${over}`,
      lie: `UPDATE staff_meetings SET released = true, public_summary = 'x' ${ahead}`,
      refusedBy: 'staff_meetings_released_is_something',
    },
    {
      of: ['meetings.overview.certified.filed'],
      said: 'staff_meeting_people t WHERE t.certificate_id IS NOT NULL',
      proof: `EXISTS (SELECT FROM staff_meetings m WHERE m.id = t.meeting_id AND m.state IN ('ATTENDED', 'EVALUATED'))
        AND EXISTS (SELECT FROM stored_files f WHERE f.id = t.certificate_id)`,
      lie: 'UPDATE staff_meeting_people SET certificate_id = gen_random_uuid()',
      refusedBy: 'staff_meeting_people_certificate_id_fkey',
    },
  ],
  noAct: {
    'meetings.state.PLANNED': 'nothing was done yet',
    'meetings.state.REGISTERED': 'the office says so of itself, to itself',
    'meetings.state.OPEN': 'follows from the clock',
  },
};
