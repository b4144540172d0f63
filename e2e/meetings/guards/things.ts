import { meetingRow } from '../../../lib/meetings/rows.mjs';
import type { Made, Maker, Row } from '../../guards/making';

export const things = (make: Maker) => ({
  /** A training that is planned, or whatever else is said. */
  meeting: (more: Row = {}) => make.add('staff_meetings', { ...meetingRow({}), ...more }),
});

export const addresses = async (made: Made) => {
  // One that everybody may read of: without any the public page is not there.
  await made.meeting({
    ...{ state: 'EVALUATED', released: true, public_summary: 'Kurze Sätze helfen allen.' },
  });
  return {
    meeting: await made.meeting(),
    attendedMeeting: await made.meeting({ state: 'ATTENDED', topics: 'Kurze Sätze üben.' }),
  };
};

declare module '../../guards/making' {
  interface Made extends ReturnType<typeof things> {}
  interface Addresses extends Awaited<ReturnType<typeof addresses>> {}
}
