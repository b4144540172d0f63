import { randomUUID } from 'node:crypto';
import { stepsOf } from '../proposals/rows.mjs';
import { registrationRow } from './rows.mjs';

/** @typedef {import('../tooling/seed/rows.mjs').Demo} Demo */

const ACCESS = 'Stufenlos erreichbar, Toilette für Rollstühle im Erdgeschoss';

// Who has already signed up for the next session, besides the content's own examples.
const NEXT_SIGN_UPS = [
  {
    name: 'Familie S.',
    persons: 3,
    channel: 'ONLINE',
    needs: ['CHILD_CARE'],
    contact_kind: 'MAIL',
    contact_value: 'bewohnerin@demo.example',
  },
  {
    name: 'Renate K.',
    persons: 1,
    channel: 'PHONE',
    needs: ['LIFT'],
    contact_kind: 'PHONE',
    contact_value: '030 23125-151',
  },
  {
    name: 'Rolf und Christa',
    persons: 2,
    channel: 'OFFICE',
    needs: ['LIFT'],
    contact_kind: 'PHONE',
    contact_value: '030 23125-152',
  },
  {
    name: 'Oksana',
    persons: 1,
    channel: 'ONLINE',
    needs: ['TRANSLATION'],
    contact_kind: 'NUMBER',
    contact_value: '',
  },
];

export const after = ['settings', 'proposals'];

/** @param {Demo} demo */
export async function fill(demo) {
  const counter = { number: 150 };
  /** By their days. @type {Map<string, string>} */
  const forumSessions = new Map();
  const sessions = demo.content.forumSessions;
  for (const session of sessions) {
    const id = randomUUID();
    forumSessions.set(session.date, id);
    await demo.insert('forum_sessions', [sessionRow(demo, session, id)]);
    await fillSessionParts(demo, session, id);
    const isNext = session === sessions.at(-1);
    const examples = demo.content.exampleRegistrations.filter(
      (r) => r.forumSessionId === session.id,
    );
    const rows = isNext ? NEXT_SIGN_UPS : examples.map(exampleRow);
    await demo.insert(
      'registrations',
      rows.map((row, index) => registration(demo, session, id, row, index, counter)),
    );
  }
  await fillForumSteps(demo, forumSessions);
  return { forumSessions };
}

/**
 * What the Forum said about proposals, each in its session.
 * @param {Demo} demo
 * @param {Map<string, string>} forumSessions
 */
async function fillForumSteps(demo, forumSessions) {
  for (const proposal of demo.content.proposals) {
    const steps = stepsOf(demo, proposal, demo.idOf('proposals', proposal.id));
    await demo.insert(
      'proposal_steps',
      steps.flatMap((step, index) => {
        const session_id = forumSessions.get(proposal.history[index]?.at ?? '');
        return step.by === 'forum' ? [{ ...step, session_id }] : [];
      }),
    );
  }
}

/**
 * @param {Demo} demo
 * @param {import('../tooling/seed/content.js').DemoSession} session
 * @param {string} id
 */
function sessionRow({ shift, content }, session, id) {
  const date = shift.day(session.date);
  const offers = session.offers ?? [];
  const isAhead = session.state === 'planned';
  return {
    id,
    number: session.number,
    title: session.title,
    time_zone: shift.zone,
    local_date: date,
    local_start: session.start,
    local_end: session.end,
    starts_at: shift.instantOf(`${date}T${session.start}`),
    ends_at: shift.instantOf(`${date}T${session.end}`),
    place: session.place,
    access: ACCESS,
    child_care: offers[0] ?? '',
    lift_service: offers[1] ?? '',
    translation: offers[2] ?? '',
    moderator: session.moderator ?? '',
    minutes_by: session.minutesBy ?? '',
    capacity: session.capacity,
    registration_deadline: session.registrationDeadline
      ? shift.at(session.registrationDeadline, '18:00')
      : null,
    state: (isAhead ? 'invited' : session.state).toUpperCase(),
    note: session.minutesSummary ?? '',
    attended: session.attended,
    voting_residents: session.votingResidents,
    invitation_sent_at: invitedAt(shift, session, content),
  };
}

/**
 * Who is to come is invited, the last time today.
 * @param {Demo['shift']} shift
 * @param {import('../tooling/seed/content.js').DemoSession} session
 * @param {Demo['content']} content
 */
function invitedAt(shift, { invitationSentAt, state }, { meta }) {
  const day = invitationSentAt ?? (state === 'planned' ? meta.anchorDate : null);
  return day ? shift.at(day) : null;
}

/**
 * @param {Demo} demo
 * @param {import('../tooling/seed/content.js').DemoSession} session
 * @param {string} session_id
 */
async function fillSessionParts({ insert, shift, idOf }, session, session_id) {
  await insert(
    'forum_session_districts',
    session.districtIds.map((d) => ({ session_id, district_id: idOf('districts', d) })),
  );
  for (const item of session.agenda) {
    const agenda_item_id = randomUUID();
    const { title, kind, minutes, presenter, note } = item;
    await insert('agenda_items', [
      {
        id: agenda_item_id,
        session_id,
        position: item.no,
        title,
        kind,
        minutes,
        presenter: presenter ?? '',
        note: note ?? '',
        audience: 'PUBLIC',
      },
    ]);
    await insert(
      'agenda_proposals',
      item.proposalIds.map((p) => ({ agenda_item_id, proposal_id: idOf('proposals', p) })),
    );
  }
  await insert(
    'decisions',
    session.decisions.map((d) => ({
      session_id,
      agenda_no: d.agendaNo,
      text: d.text,
      yes: d.votes.yes,
      no: d.votes.no,
      abstain: d.votes.abstain,
      result: d.result,
    })),
  );
  // One that is ahead has asked nobody for anything yet.
  const tasks = session.state === 'planned' ? [] : session.tasks;
  await insert(
    'forum_tasks',
    tasks.map((t) => ({
      session_id,
      text: t.text,
      assignee: t.assignee,
      audience: 'PUBLIC',
      due_on: t.dueAt ? shift.day(t.dueAt) : null,
      done: t.state === 'done',
    })),
  );
}

/** @param {import('../tooling/seed/content.js').DemoRegistration} example */
function exampleRow(example) {
  const state =
    { cancelled: 'CANCELLED', waitlisted: 'WAITLISTED' }[/** @type {string} */ (example.state)] ??
    'CONFIRMED';
  return {
    name: example.name,
    persons: example.persons,
    channel: example.channel.toUpperCase(),
    needs: [],
    contact_kind: 'NUMBER',
    contact_value: '',
    state,
  };
}

/**
 * @param {Demo} demo
 * @param {import('../tooling/seed/content.js').DemoSession} session
 * @param {string} session_id
 * @param {Record<string, unknown>} row
 * @param {number} index
 * @param {{ number: number }} counter
 */
function registration({ shift, hash }, session, session_id, row, index, counter) {
  counter.number += 1;
  return registrationRow({
    ...row,
    number: counter.number,
    codeHash: hash('registration', `DEMO${counter.number}`),
    sessionId: session_id,
    queueNumber: index + 1,
    ...('state' in row && row.state === 'CANCELLED'
      ? { cancelledAt: shift.at(session.date, '10:00') }
      : {}),
    createdAt:
      shift.at(session.invitationSentAt ?? session.date, '12:00') < new Date()
        ? shift.at(session.invitationSentAt ?? session.date, '12:00')
        : new Date(),
  });
}
