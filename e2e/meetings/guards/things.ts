import { openStorage } from '../../../lib/files/storage.mjs';
import { meetingRow } from '../../../lib/meetings/rows.mjs';
import type { Made, Maker, Row } from '../../guards/making';

/** One empty sheet: the guards read what is on paper. */
export const PDF = Buffer.from(`%PDF-1.4
1 0 obj <</Type /Catalog /Pages 2 0 R>> endobj
2 0 obj <</Type /Pages /Kids [3 0 R] /Count 1>> endobj
3 0 obj <</Type /Page /Parent 2 0 R /MediaBox [0 0 595 842]>> endobj
trailer <</Root 1 0 R>>
%%EOF
`);

/** Works here, and is none of those who try the addresses. */
const SOMEBODY =
  "SELECT user_id AS id FROM role_grants WHERE role = 'COORDINATOR' ORDER BY granted_at, id LIMIT 1";

export const things = (make: Maker) => {
  /** A training that is planned, or whatever else is said. */
  const meeting = (more: Row = {}) => make.add('staff_meetings', { ...meetingRow({}), ...more });
  return {
    meeting,
    /** A peer consultation of a day: that it was, and nothing else. */
    peers: async (day: string) =>
      meeting({ kind: 'PEER_CONSULTATION', title: '', organizer: '', state: 'ATTENDED', day }),
    /** A training somebody was at, with the file of their certificate. */
    certified: async () => {
      const { client, dataDir } = make.house;
      const id = await meeting({ state: 'ATTENDED', people: 1, certificate: true });
      const person = await make.house.one<string>(SOMEBODY);
      const storage = openStorage({ DATA_DIR: dataDir, BUCKET: null });
      const file = await storage.receive([PDF], PDF.length);
      await storage.keep(file);
      await client.query(
        'INSERT INTO stored_files (id, hash, bytes, type, kept_at) VALUES ($1, $2, $3, $4, now())',
        [file.key, file.hash, file.bytes, file.type],
      );
      await client.query(
        "INSERT INTO staff_meeting_people (meeting_id, kind, user_id, certificate_id) VALUES ($1, 'TRAINING', $2, $3)",
        [id, person, file.key],
      );
      return { id, person, file: file.key };
    },
  };
};

export const addresses = async (made: Made) => {
  // One that everybody may read of: without any the public page is not there.
  await made.meeting({
    ...{ state: 'EVALUATED', released: true, public_summary: 'Kurze Sätze helfen allen.' },
  });
  const { id: certified, person: wentThere, file: certificate } = await made.certified();
  return {
    ...{ certified, wentThere, certificate },
    meeting: await made.meeting(),
    attendedMeeting: await made.meeting({ state: 'ATTENDED', topics: 'Kurze Sätze üben.' }),
  };
};

declare module '../../guards/making' {
  interface Made extends ReturnType<typeof things> {}
  interface Addresses extends Awaited<ReturnType<typeof addresses>> {}
}
