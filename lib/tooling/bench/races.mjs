import { ballotFields, prepareAll, signedIn, signUpFields } from './acting.mjs';
import { load } from './load.mjs';

const MANY = 500;
const SEATS = 40;

/**
 * 500 ballots of one person at once: one counts.
 * @param {import('./house.mjs').House} house
 * @param {(line: object) => void} print
 */
export async function raceBallots(house, print) {
  const resident = await signedIn(house.url, 'resident');
  const { rows: options } = await house.client.query(
    'SELECT o.id FROM poll_options o JOIN polls p ON p.id = o.poll_id WHERE p.number = 2 ORDER BY o.position LIMIT 1',
  );
  const count = async () => {
    const { rows } = await house.client.query(
      `SELECT (SELECT count(*) FROM ballots b WHERE b.poll_id = p.id)::int AS ballots,
        (SELECT count(*) FROM roll_entries r WHERE r.poll_id = p.id)::int AS rights
      FROM polls p WHERE number = 2`,
    );
    return rows[0];
  };
  const path = '/abstimmungen/stimmzettel/2';
  const shots = await prepareAll(
    house.url,
    MANY,
    path,
    'name="poll"',
    () => ballotFields(String(options[0].id)),
    resident.cookie,
  );
  const before = await count();
  const outcome = await load(house.url, {
    connections: MANY,
    count: MANY,
    shot: (index) => shots[index] ?? { path },
  });
  const after = await count();
  const counted = after.ballots - before.ballots;
  print({
    measure: `${MANY} ballots of one person at once`,
    counted,
    good: counted === 1 && after.rights - before.rights === 1,
    ...outcome,
  });
}

/**
 * 500 sign-ups for 40 seats at once: 40 in, the rest in order, none lost.
 * @param {import('./house.mjs').House} house
 * @param {(line: object) => void} print
 */
export async function raceSignUps(house, print) {
  await house.client.query(
    'DELETE FROM registrations WHERE session_id = (SELECT id FROM forum_sessions WHERE number = 26)',
  );
  await house.client.query('UPDATE forum_sessions SET capacity = $1 WHERE number = 26', [SEATS]);
  const path = '/forum/anmelden/26';
  const shots = await prepareAll(house.url, MANY, path, 'name="persons"', (index) =>
    signUpFields(`Nachbar ${index}`),
  );
  const outcome = await load(house.url, {
    connections: MANY,
    count: MANY,
    shot: (index) => shots[index] ?? { path },
  });
  const { rows } = await house.client.query(
    `SELECT count(*) FILTER (WHERE state = 'CONFIRMED')::int AS confirmed,
      count(*) FILTER (WHERE state = 'WAITLISTED')::int AS waiting,
      max(queue_number) FILTER (WHERE state = 'CONFIRMED') AS last_in,
      min(queue_number) FILTER (WHERE state = 'WAITLISTED') AS first_waiting
    FROM registrations WHERE session_id = (SELECT id FROM forum_sessions WHERE number = 26)`,
  );
  const { confirmed, waiting, last_in: lastIn, first_waiting: firstWaiting } = rows[0];
  print({
    measure: `${MANY} sign-ups for ${SEATS} seats at once`,
    confirmed,
    waiting,
    inOrder: lastIn < firstWaiting,
    good: confirmed === SEATS && confirmed + waiting === MANY && lastIn < firstWaiting,
    ...outcome,
  });
}
