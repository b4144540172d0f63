import { openStorage } from '../../lib/files/storage.mjs';
import type { House } from './house';
import { Things } from './things';

/** One black point: small, and really a picture. */
export const PICTURE = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGNgYGAAAAAEAAH2FzhVAAAAAElFTkSuQmCC',
  'base64',
);

/** Addresses that stand for a route, made before the guards look. */
export interface Addresses {
  proposal: number;
  receipt: string;
  question: string;
  request: string;
  registration: string;
  session: number;
  minutes: number;
  entry: string;
  series: string;
  poll: number;
  draft: number;
  counting: number;
  counted: number;
  published: number;
  stopReminders: string;
  waitingDraft: number;
  trial: number;
  deskPoll: number;
  ballotReceipt: string;
  person: string;
  batch: string;
  letter: string;
  mail: string;
  district: string;
  signInRequest: string;
  openRequest: number;
  partner: string;
  group: string;
  picture: string;
}

export async function makeAddresses(house: House): Promise<Addresses> {
  const things = new Things(house);
  const [partner] = house.homes.partners;
  return {
    proposal: (await things.proposal('PUBLISHED')).number,
    receipt: (await things.proposal('SUBMITTED')).code,
    question: (await things.proposal('NEEDS_CLARIFICATION')).code,
    request: (await things.request('OFFERED')).code,
    openRequest: (await things.request('RECEIVED')).number,
    registration: (await things.registration(await things.session('INVITED'))).code,
    session: (await things.session('INVITED')).number,
    minutes: (await things.minutes('SUBMITTED')).number,
    entry: await things.entry(partner),
    series: await things.entry(partner, { rrule: 'FREQ=WEEKLY;BYDAY=WE' }),
    poll: 2,
    draft: (await things.poll('DRAFT')).number,
    counting: (await things.countedPoll('CLOSED')).number,
    counted: (await things.countedPoll('COUNTED')).number,
    published: (await things.countedPoll('PUBLISHED')).number,
    stopReminders: things.reminderKey((await house.person('resident')).id),
    waitingDraft: (await things.poll('DRAFT', { ready_at: new Date() })).number,
    trial: (await things.trial()).number,
    deskPoll: (await things.openPoll()).number,
    ballotReceipt: await house.one('SELECT receipt FROM ballot_receipts LIMIT 1'),
    person: (await house.person('resident')).id,
    batch: (await things.card()).batchId,
    letter: await things.call({ kind: 'LETTER' }),
    mail: await things.failedMail(),
    district: await house.one('SELECT slug FROM districts WHERE id = $1', [
      house.homes.districts[0],
    ]),
    partner,
    group: await things.group(),
    signInRequest: (await things.signInCode()).id,
    picture: (await addLogo(house)).name,
  };
}

/** The demo has no funders: one with a logo, as the app keeps it. */
export async function addLogo({ client, dataDir }: House): Promise<{ id: string; name: string }> {
  const storage = openStorage({ DATA_DIR: dataDir, BUCKET: null });
  const file = await storage.receive([PICTURE], PICTURE.length);
  await storage.keep(file);
  await client.query(
    `INSERT INTO stored_files (id, hash, bytes, type, kept_at) VALUES ($1, $2, $3, $4, now())`,
    [file.key, file.hash, file.bytes, file.type],
  );
  const { rows } = await client.query<{ id: string }>(
    `INSERT INTO funders (id, position, name, logo_id) VALUES (gen_random_uuid(), 1, 'Stiftung', $1)
     RETURNING id`,
    [file.key],
  );
  await client.query("SELECT pg_notify('stadtteilforum_page_cache', 'settings')");
  return { id: rows[0]?.id ?? '', name: `${file.hash.slice(0, 22)}.png` };
}
