import { columns, type PublicRows, type TextTable, type WordRows } from '../../guards/readers';

export const TEXTS: TextTable = [
  columns('PUBLIC', 'staff_meetings', 'title public_summary'),
  columns('INTERNAL', 'staff_meetings', 'organizer topics'),
];

export const PUBLIC_ROWS: PublicRows = { staff_meetings: 't.released' };

const NOT_OF_PEERS = "t.kind <> 'PEER_CONSULTATION'";

export const WORD_ROWS: WordRows = Object.fromEntries(
  ['title', 'organizer', 'topics', 'public_summary'].map((name) => [
    `staff_meetings.${name}`,
    NOT_OF_PEERS,
  ]),
);
