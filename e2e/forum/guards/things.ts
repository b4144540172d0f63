import { randomUUID } from 'node:crypto';
import { registrationRow } from '../../../lib/forum/rows.mjs';
import { by, hoursFromNow, type Made, type Maker, newCode, type Row } from '../../guards/making';

/** @param hours from now until it begins; below zero it is over */
async function session(make: Maker, state: string, hours = 240, more: Row = {}) {
  const number = await make.house.one<number>('SELECT max(number) + 1 FROM forum_sessions');
  const starts = hoursFromNow(hours);
  const id = await make.add('forum_sessions', {
    number,
    title: 'Eine Sitzung für die Wachen',
    local_date: starts.toISOString().slice(0, 10),
    local_start: '17:00',
    local_end: '19:00',
    starts_at: starts,
    ends_at: new Date(starts.getTime() + 7_200_000),
    place: 'Stadtteilbüro',
    state,
    ...more,
  });
  await make.addRows('forum_session_districts', [{ session_id: id, district_id: make.district }]);
  return { id, number };
}

async function registration(make: Maker, session: { id: string }, more: Row = {}) {
  const code = newCode();
  const id = await make.add('registrations', {
    ...registrationRow({
      codeHash: make.house.hash('registration', code),
      sessionId: session.id,
      name: 'Wache',
      queueNumber: await make.house.one<number>(
        'SELECT coalesce(max(queue_number), 0) + 1 FROM registrations WHERE session_id = $1',
        [session.id],
      ),
    }),
    ...more,
  });
  return { id, code, number: await make.numberOf('registrations', id) };
}

function agendaItem(
  make: Maker,
  session: { id: string },
  position: number,
  more: Row = {},
): Promise<string> {
  return make.besideGuards.add('agenda_items', {
    session_id: session.id,
    position,
    title: 'Ein Punkt',
    kind: 'formal',
    minutes: 10,
    ...more,
  });
}

/** What came up in the evening and was added to the minutes later, with why. */
function addition(make: Maker, session: { id: string }): Promise<string> {
  return agendaItem(make, session, 2, {
    ...{ raised_at: new Date(), record: 'Auch über die Bank.' },
    ...{ title: 'Nachgetragen', raised_why: 'Stand auf keiner Liste.' },
  });
}

/** A session that is over, with one item on its agenda and minutes of it. */
async function minutes(make: Maker, state: string) {
  const more = { minutes_state: state, minutes_since: new Date(), attended: 12 };
  const over = await session(make, 'MINUTES_DRAFT', -48, more);
  const item = await agendaItem(make, over, 1, { record: 'Wir haben geredet.' });
  return { ...over, item };
}

function task(make: Maker, session: { id: string }): Promise<string> {
  return make.add('forum_tasks', {
    session_id: session.id,
    text: 'Nachfragen',
    assignee: 'Büro',
  });
}

function decision(make: Maker, session: { id: string }): Promise<string> {
  return make.add('decisions', {
    ...{ session_id: session.id, agenda_no: 1, text: 'Die Bank wird empfohlen.' },
    ...{ yes: 8, no: 1, abstain: 0, result: 'adopted' },
  });
}

/** The office corrected a decision everybody reads; what stood there before is for the office alone. */
async function correctedDecision(make: Maker, session: { id: string }): Promise<string> {
  const id = await decision(make, session);
  await make.besideGuards.addRows('corrections', [
    {
      ...{ id: randomUUID(), kind: 'DECISION', subject_id: id, version: 0, at: new Date() },
      ...{ reason: 'Das Wort war falsch abgetippt.', audience: 'PUBLIC' },
      earlier: JSON.stringify({ text: 'Die Bang wird empfohlen.', agenda_no: 1 }),
    },
  ]);
  return id;
}

/** An item that was taken off; the office sees its title for a day, and can put it back. */
function struckItem(make: Maker, session: { id: string }): Promise<string> {
  return make.add('struck_agenda_items', {
    ...{ session_id: session.id, struck_at: new Date(), kind: 'formal', minutes: 10, version: 1 },
    ...{ title: 'Gestrichen', presenter: 'Büro', note: 'Nur für uns.', record: 'Noch nichts.' },
    ...{ audience: 'INTERNAL', proposal_ids: [] },
  });
}

export const things = (make: Maker) => ({
  session: by(make, session),
  registration: by(make, registration),
  agendaItem: by(make, agendaItem),
  addition: by(make, addition),
  minutes: by(make, minutes),
  task: by(make, task),
  decision: by(make, decision),
  correctedDecision: by(make, correctedDecision),
  struckItem: by(make, struckItem),
});

export const addresses = async (things: Made) => {
  const minutes = await things.minutes('SUBMITTED');
  await things.addition(minutes);
  await things.correctedDecision(minutes);
  await things.task(minutes);
  const calledOff = await things.session('CANCELLED', 240, {
    call_off_reason: 'Der Saal ist gesperrt.',
  });
  const session = await things.session('INVITED');
  await things.agendaItem(session, 1, { presenter: 'Büro', note: 'Bitte mitbringen.' });
  await things.struckItem(session);
  await things.registration(session, {
    ...{ contact_kind: 'PHONE', contact_value: '030 23125-177' },
  });
  return {
    registration: (await things.registration(session)).code,
    session: session.number,
    calledOffSession: calledOff.number,
    minutes: minutes.number,
  };
};

declare module '../../guards/making' {
  interface Made extends ReturnType<typeof things> {}
  interface Addresses extends Awaited<ReturnType<typeof addresses>> {}
}
