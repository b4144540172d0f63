import { randomUUID } from 'node:crypto';
import { BEGIN, instant, WEEK_LATER, wednesday } from '../../days';
import type { House } from '../../guards/house';
import { by, hoursFromNow, type Made, type Maker, newCode, type Row } from '../../guards/making';
import { answers, inSnakeCase, type PollWishes, RESULT, RULE } from './poll-rows';

async function poll(make: Maker, state: 'DRAFT' | 'SCHEDULED' | 'PUBLISHED', more: Row = {}) {
  const options = answers();
  const at = new Date();
  const over = {
    sealed_at: at,
    counted_at: at,
    published_at: at,
    result: JSON.stringify(RESULT),
  };
  const id = await make.besideGuards.add('polls', {
    number: await make.house.one<number>('SELECT max(number) + 1000 FROM polls'),
    frozen_rule: state === 'DRAFT' ? null : JSON.stringify({ ...RULE, options }),
    // Two that ask the same are not open at one time.
    question: `Eine Frage für die Wachen (${newCode(6)})?`,
    method: 'ONE',
    count_rule: 'plurality',
    max_choices: 1,
    decided_by: 'Stadtteilbüro',
    local_opens: `${BEGIN}T10:00`,
    local_closes: `${WEEK_LATER}T10:00`,
    opens_at: instant(BEGIN, '10:00'),
    closes_at: instant(WEEK_LATER, '10:00'),
    state,
    ...(state === 'PUBLISHED' ? over : {}),
    ...more,
  });
  for (const { id: option, label, lot } of options) {
    const row = { id: option, poll_id: id, position: lot, label };
    await make.besideGuards.addRows('poll_options', [row]);
  }
  return { id, number: await make.numberOf('polls', id), option: options[0]?.id ?? '' };
}

/** A try-out of the office's that takes ballots. */
function trial(make: Maker) {
  const ago = new Date(Date.now() - 60_000);
  return poll(make, 'SCHEDULED', {
    is_test: true,
    opens_at: ago,
    local_opens: `${wednesday(-4)}T10:00`,
  });
}

/** A poll on paper that is over. @param channels that were open */
async function countedPoll(
  make: Maker,
  state: 'CLOSED' | 'COUNTED' | 'PUBLISHED',
  channels: string[] = ['PAPER'],
) {
  const options = answers();
  const [first] = options;
  const rule = { ...RULE, options, channels };
  const result = {
    ...{ version: 2, rule: 'plurality', winners: [first?.id], ties: [], ballots: 1 },
    ...{ abstentions: 0, spoiled: 0, usedRights: 1, channels: { PAPER: 1 }, head: '', salt: '00' },
    ...{
      quorumReached: true,
      counts: options.map(({ id }) => ({ optionId: id, votes: 1 })),
    },
  };
  const counted = { result: JSON.stringify(result), counted_at: new Date() };
  const id = await make.besideGuards.add('polls', {
    number: await make.house.one<number>('SELECT max(number) + 1000 FROM polls'),
    frozen_rule: JSON.stringify(rule),
    question: rule.question,
    ...{ method: 'ONE', count_rule: 'plurality', channels, max_choices: 1 },
    decided_by: 'Stadtteilbüro',
    ...{ local_opens: `${wednesday(-39)}T10:00`, local_closes: `${wednesday(-38)}T10:00` },
    ...{ opens_at: instant(wednesday(-39), '10:00') },
    ...{ closes_at: instant(wednesday(-38), '10:00') },
    ...{ state, sealed_at: new Date(), ...(state === 'CLOSED' ? {} : counted) },
    published_at: state === 'PUBLISHED' ? new Date() : null,
    // What nobody has to count by hand the background counts within a minute, in the middle of another look; what is
    // disputed waits for somebody.
    disputed_at: state === 'CLOSED' && !channels.includes('PAPER') ? new Date() : null,
  });
  for (const { id: option, label, lot } of options) {
    const row = { id: option, poll_id: id, position: lot, label };
    await make.besideGuards.addRows('poll_options', [row]);
  }
  return { id, number: await make.numberOf('polls', id) };
}

/** Two sheets that are alike, but with more papers than were given out; `by` wrote the first. */
async function surplus(make: Maker, by: string | null) {
  const poll = await countedPoll(make, 'CLOSED');
  const sheets: string[] = [];
  for (const entry of [1, 2]) {
    const id = await make.besideGuards.add('count_sheets', {
      ...{ poll_id: poll.id, channel: 'PAPER', entry, spoiled: 3 },
      ...{ entered_by_id: entry === 1 ? by : null, papers: '[]', entered_at: new Date() },
    });
    sheets.push(id);
  }
  return { ...poll, sheets: sheets.join(',') };
}

/** A poll that somebody, whose account is gone, asked to call off; nobody has agreed yet. */
async function stop(make: Maker) {
  const { id, number } = await poll(make, 'SCHEDULED');
  const stop = await make.besideGuards.add('poll_stops', {
    ...{ poll_id: id, reason: 'Die Frage war schief.', asked_at: new Date() },
  });
  return { number, stop };
}

/** Two agreed long ago that this answer goes. */
const agreedStop = (make: Maker, { id, option }: { id: string; option: string }) =>
  make.besideGuards.add('poll_stops', {
    ...{ poll_id: id, option_id: option, reason: 'Es geht nicht.', asked_at: new Date() },
    ...{ settled_at: new Date(), agreed: true },
  });

/** One that was called off, and everybody reads why. */
const calledOff = (make: Maker) =>
  poll(make, 'SCHEDULED', {
    ...{ state: 'CANCELLED', cancelled_at: new Date(), cancel_reason: 'Die Frage war schief.' },
  });

/** A poll that is over, with something that had to be said about it afterwards. */
async function notedPoll(make: Maker) {
  const { id, number } = await countedPoll(make, 'PUBLISHED');
  const note = await make.besideGuards.add('poll_notes', {
    ...{ poll_id: id, text: 'Eine Zahl war vertauscht.', published_at: new Date() },
  });
  return { number, note };
}

/** What the link to stop reminders carries. */
function reminderKey(make: Maker, user: string): string {
  return `${user}.${make.house.hash('stop-poll-reminders', user).slice(0, 22)}`;
}

/** A poll that is open now, on every way but hands. @param more method and what goes with it */
async function openPoll(make: Maker, more: PollWishes = {}) {
  const [opens, closes] = [hoursFromNow(-1), hoursFromNow(24)];
  const { labels = ['Antwort 1', 'Antwort 2'], costs, districtName = '', ...wished } = more;
  const options = labels.map((label, position) => ({
    ...{ id: randomUUID(), label, note: '', costCents: costs?.[position] ?? null },
  }));
  const frozen = {
    ...{ method: 'ONE', countRule: 'plurality', maxChoices: 1, districtId: null, minAge: 14 },
    ...{ pointsTotal: null, pointsPerOption: null, budgetCents: null, seats: 1, quorum: 0 },
    channels: ['WEB', 'KIOSK', 'PHONE', 'PAPER'],
    question: RULE.question,
    ...wished,
  };
  const rule = {
    ...{ ...RULE, ...frozen, districtName, version: 2, needsForumRight: false, cardBatch: null },
    options: options.map((option, index) => ({ ...option, lot: index + 1 })),
    opensAt: opens.toISOString(),
    closesAt: closes.toISOString(),
  };
  const columns = Object.entries(frozen).map(([name, value]) => [inSnakeCase(name), value]);
  const id = await make.besideGuards.add('polls', {
    number: await make.house.one<number>('SELECT max(number) + 1000 FROM polls'),
    ...{ decided_by: RULE.decidedBy, state: 'SCHEDULED', frozen_rule: JSON.stringify(rule) },
    ...{ local_opens: opens.toISOString().slice(0, 16), opens_at: opens },
    ...{ local_closes: closes.toISOString().slice(0, 16), closes_at: closes },
    // Else the office reminds of it while a guard looks who wrote what.
    reminded_at: new Date(),
    ...Object.fromEntries(columns),
  });
  for (const [position, { costCents, ...option }] of options.entries()) {
    const row = { ...option, poll_id: id, position, cost_cents: costCents };
    await make.besideGuards.addRows('poll_options', [row]);
  }
  return { id, number: await make.numberOf('polls', id), option: options[0]?.id ?? '' };
}

export const things = (make: Maker) => ({
  poll: by(make, poll),
  trial: by(make, trial),
  countedPoll: by(make, countedPoll),
  surplus: by(make, surplus),
  stop: by(make, stop),
  agreedStop: by(make, agreedStop),
  calledOff: by(make, calledOff),
  notedPoll: by(make, notedPoll),
  reminderKey: by(make, reminderKey),
  openPoll: by(make, openPoll),
});

export const addresses = async (things: Made, house: House) => ({
  poll: 2,
  draft: (await things.poll('DRAFT')).number,
  counting: (await things.countedPoll('CLOSED')).number,
  counted: (await things.countedPoll('COUNTED')).number,
  published: (await things.countedPoll('PUBLISHED')).number,
  wholeBallots: (await things.countedPoll('PUBLISHED', ['WEB'])).number,
  stopped: (await things.stop()).number,
  surplus: (await things.surplus(null)).number,
  calledOff: (await things.calledOff()).number,
  noted: (await things.notedPoll()).number,
  stopReminders: things.reminderKey((await house.person('resident')).id),
  waitingDraft: (await things.poll('DRAFT', { ready_at: new Date() })).number,
  trial: (await things.trial()).number,
  deskPoll: (await things.openPoll()).number,
  ballotReceipt: await house.one('SELECT receipt FROM ballot_receipts LIMIT 1'),
});

declare module '../../guards/making' {
  interface Made extends ReturnType<typeof things> {}
  interface Addresses extends Awaited<ReturnType<typeof addresses>> {}
}
