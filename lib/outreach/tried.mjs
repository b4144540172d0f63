const ROUND = `'00000000-0000-4000-8000-000000000021'`;
const OTHER = `'00000000-0000-4000-8000-000000000022'`;

const round = (/** @type {string} */ id) => `
  INSERT INTO outreach_rounds (id, district_id, setting, place, announced, local_date, local_start, local_end, time_zone,
    starts_at, ends_at, created_at)
  SELECT ${id}, id, 'OPEN_SPACE', 'try', false, '2026-09-01', '15:00', '18:00', 'UTC',
    '2026-09-01T13:00Z', '2026-09-01T16:00Z', '2026-08-01T13:00Z' FROM districts LIMIT 1; `;

/** @param {number} position @param {string} from @param {string} until */
const stop = (position, from, until, of = ROUND) => `
  INSERT INTO outreach_stops (round_id, position, place, local_start, local_end)
  VALUES (${of}, ${position}, 'try', '${from}', '${until}'); `;

const IN_ORDER = 'stops of a round come one after the other';
const two = round(ROUND) + stop(1, '15:00', '16:00') + stop(2, '16:00', '17:00');

/** @type {import('../tooling/tried.mjs').TriedOf} */
export const tried = {
  '21-outreach-stops': {
    tries: [
      [`${two}SELECT true`, 'true'],
      [round(ROUND) + stop(1, '15:00', '16:00') + stop(2, '15:59', '17:00'), IN_ORDER],
      // Written in the other order it is the same.
      [round(ROUND) + stop(2, '15:00', '16:00') + stop(1, '16:00', '17:00'), IN_ORDER],
      [`${two}UPDATE outreach_stops SET local_end = '16:30' WHERE position = 1`, IN_ORDER],
      [`${two}${round(OTHER)}${stop(1, '16:30', '17:00', OTHER)}SELECT true`, 'true'],
    ],
    // Whoever adds a stop waits for whoever changes its round.
    standing: round(ROUND),
    locks: [
      [
        `SELECT FROM outreach_rounds WHERE id = ${ROUND} FOR NO KEY UPDATE`,
        stop(1, '15:00', '16:00'),
      ],
    ],
    terms: [],
  },
};
