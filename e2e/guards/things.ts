import { randomUUID } from 'node:crypto';
import { besideTheGuards, POLL_TABLES } from '../../lib/tooling/guards.mjs';
import { createInserter } from '../../lib/tooling/seed/rows.mjs';
import { BEGIN, instant, WEEK_LATER, wednesday } from '../days';
import type { House } from './house';
import { answers, inSnakeCase, type PollWishes, RESULT, RULE } from './poll-rows';
import { derived } from './secrets';

type Row = Record<string, unknown>;

const GUARDED = [...POLL_TABLES, 'agenda_items'];
const LETTERS = '34679ACDEFGHJKMNPQRTWXY';

/** A code of the people-friendly letters, never the same twice. */
export function newCode(characters = 8): string {
  const hex = `${randomUUID()}${randomUUID()}`.replaceAll('-', '');
  return Array.from(
    { length: characters },
    (_, index) => LETTERS[Number.parseInt(hex.slice(index * 2, index * 2 + 2), 16) % 23],
  ).join('');
}

const hoursFromNow = (hours: number) => new Date(Date.now() + hours * 3_600_000);
/** Fresh rows for actions to work on, written as they lie in the database. */
export class Things {
  readonly district: string;
  readonly #house: House;
  readonly #insert: ReturnType<typeof createInserter>;

  constructor(house: House) {
    this.#house = house;
    const insert = createInserter(house.client);
    // A poll that is open or over at once, minutes written after they were handed over.
    this.#insert = (table, rows) =>
      GUARDED.includes(table)
        ? besideTheGuards(house.client, [table], () => insert(table, rows))
        : insert(table, rows);
    this.district = house.homes.districts[0];
  }

  async #add(table: string, row: Row): Promise<string> {
    const id = randomUUID();
    await this.#insert(table, [{ id, ...row }]);
    return id;
  }

  #numberOf(table: string, id: string): Promise<number> {
    return this.#house.one<number>(`SELECT number FROM ${table} WHERE id = $1`, [id]);
  }

  async proposal(state: string, more: Row = {}) {
    const code = newCode();
    const id = await this.#add('proposals', {
      code_hash: this.#house.hash('proposal', code),
      title: 'Ein Vorschlag für die Wachen',
      body: 'Er ist nur da, damit jemand etwas mit ihm tun kann.',
      district_id: this.district,
      name_choice: 'NEIGHBOUR',
      contact_kind: 'NUMBER',
      intake_channel: 'ONLINE',
      state,
      state_since: new Date(),
      submitted_at: new Date(),
      published_at: state === 'PUBLISHED' ? new Date() : null,
      ...more,
    });
    return { id, code, number: await this.#numberOf('proposals', id) };
  }

  /** A partner nobody signs in for. */
  partner(): Promise<string> {
    const name = `Wachverein ${newCode()}`;
    return this.#add('partners', {
      ...{ slug: name.toLowerCase(), name, kind: 'ASSOCIATION', state: 'ACTIVE' },
      role_in_quarter: 'Passt auf.',
    });
  }

  group(): Promise<string> {
    const name = `Wachgruppe ${newCode()}`;
    return this.#add('initiatives', { slug: name.toLowerCase(), name, state: 'ACTIVE' });
  }

  /** A public proposal with one list of five signatures. */
  async signatureList() {
    const { id, number } = await this.proposal('PUBLISHED', {
      paper_supporters: 5,
      paper_signatures: 5,
    });
    const list = await this.#add('signature_lists', {
      proposal_id: id,
      signatures: 5,
      collected_on: wednesday(-9),
      place: 'Bäckerei',
      entered_at: new Date(),
    });
    return { number, list };
  }

  async request(state: string, more: Row = {}) {
    const code = newCode();
    const id = await this.#add('support_requests', {
      code_hash: this.#house.hash('support', code),
      title: 'Eine Anfrage für die Wachen',
      body: 'Sie ist nur da, damit jemand etwas mit ihr tun kann.',
      kinds: ['ROOM'],
      district_id: this.district,
      contact_kind: 'NUMBER',
      channel: 'ONLINE',
      state,
      state_since: new Date(),
      requested_at: new Date(),
      ...more,
    });
    return { id, code, number: await this.#numberOf('support_requests', id) };
  }

  /** @param hours from now until it begins; below zero it is over */
  async session(state: string, hours = 240, more: Row = {}) {
    const number = await this.#house.one<number>('SELECT max(number) + 1 FROM forum_sessions');
    const starts = hoursFromNow(hours);
    const id = await this.#add('forum_sessions', {
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
    await this.#insert('forum_session_districts', [{ session_id: id, district_id: this.district }]);
    return { id, number };
  }

  async registration(session: { id: string }, more: Row = {}) {
    const code = newCode();
    const id = await this.#add('registrations', {
      code_hash: this.#house.hash('registration', code),
      session_id: session.id,
      name: 'Wache',
      persons: 1,
      needs: [],
      contact_kind: 'NUMBER',
      channel: 'ONLINE',
      state: 'CONFIRMED',
      queue_number: await this.#house.one<number>(
        'SELECT coalesce(max(queue_number), 0) + 1 FROM registrations WHERE session_id = $1',
        [session.id],
      ),
      ...more,
    });
    return { id, code, number: await this.#numberOf('registrations', id) };
  }

  agendaItem(session: { id: string }, position: number, more: Row = {}): Promise<string> {
    return this.#add('agenda_items', {
      session_id: session.id,
      position,
      title: 'Ein Punkt',
      kind: 'formal',
      minutes: 10,
      ...more,
    });
  }

  /** A session that is over, with one item on its agenda and minutes of it. */
  async minutes(state: string) {
    const more = { minutes_state: state, minutes_since: new Date(), attended: 12 };
    const session = await this.session('MINUTES_DRAFT', -48, more);
    const item = await this.agendaItem(session, 1, { record: 'Wir haben geredet.' });
    return { ...session, item };
  }

  task(session: { id: string }): Promise<string> {
    return this.#add('forum_tasks', {
      session_id: session.id,
      text: 'Nachfragen',
      assignee: 'Büro',
    });
  }

  /** @param partner whose entry it is; `null` is the office's */
  async entry(partner: string | null, more: Row = {}) {
    const id = await this.#add('calendar_entries', {
      uid: `${randomUUID()}@wache.example`,
      title: 'Ein Termin für die Wachen',
      kind: 'OTHER',
      place: 'Stadtteilbüro',
      organizer: 'Wache',
      partner_id: partner,
      local_start: `${BEGIN}T10:00`,
      local_end: `${BEGIN}T11:00`,
      starts_at: instant(BEGIN, '10:00'),
      ends_at: instant(BEGIN, '11:00'),
      updated_at: new Date(),
      ...more,
    });
    await this.#insert('calendar_entry_districts', [{ entry_id: id, district_id: this.district }]);
    return id;
  }

  async poll(state: 'DRAFT' | 'SCHEDULED' | 'PUBLISHED', more: Row = {}) {
    const options = answers();
    const at = new Date();
    const over = {
      sealed_at: at,
      counted_at: at,
      published_at: at,
      result: JSON.stringify(RESULT),
    };
    const id = await this.#add('polls', {
      number: await this.#house.one<number>('SELECT max(number) + 1000 FROM polls'),
      frozen_rule: state === 'DRAFT' ? null : JSON.stringify({ ...RULE, options }),
      question: 'Eine Frage für die Wachen?',
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
      await this.#insert('poll_options', [row]);
    }
    return { id, number: await this.#numberOf('polls', id), option: options[0]?.id ?? '' };
  }

  /** A try-out of the office's that takes ballots. */
  trial() {
    const ago = new Date(Date.now() - 60_000);
    return this.poll('SCHEDULED', {
      is_test: true,
      opens_at: ago,
      local_opens: `${wednesday(-4)}T10:00`,
    });
  }

  /** A poll on paper that is over. @param channels that were open */
  async countedPoll(state: 'CLOSED' | 'COUNTED' | 'PUBLISHED', channels: string[] = ['PAPER']) {
    const options = answers();
    const [first] = options;
    const rule = { ...RULE, options, channels };
    const result = {
      ...{ version: 2, rule: 'plurality', winners: [first?.id], ties: [], ballots: 1 },
      ...{ abstentions: 0, spoiled: 0, usedRights: 1, channels: { PAPER: 1 }, head: '' },
      ...{
        quorumReached: true,
        counts: options.map(({ id }) => ({ optionId: id, votes: 1 })),
      },
    };
    const counted = { result: JSON.stringify(result), counted_at: new Date() };
    const id = await this.#add('polls', {
      number: await this.#house.one<number>('SELECT max(number) + 1000 FROM polls'),
      frozen_rule: JSON.stringify(rule),
      question: rule.question,
      ...{ method: 'ONE', count_rule: 'plurality', channels, max_choices: 1 },
      decided_by: 'Stadtteilbüro',
      ...{ local_opens: `${wednesday(-39)}T10:00`, local_closes: `${wednesday(-38)}T10:00` },
      ...{ opens_at: instant(wednesday(-39), '10:00') },
      ...{ closes_at: instant(wednesday(-38), '10:00') },
      ...{ state, sealed_at: new Date(), ...(state === 'CLOSED' ? {} : counted) },
      published_at: state === 'PUBLISHED' ? new Date() : null,
    });
    for (const { id: option, label, lot } of options) {
      const row = { id: option, poll_id: id, position: lot, label };
      await this.#insert('poll_options', [row]);
    }
    return { id, number: await this.#numberOf('polls', id) };
  }

  /** Two sheets that are alike, but with more papers than were given out; `by` wrote the first. */
  async surplus(by: string | null) {
    const poll = await this.countedPoll('CLOSED');
    for (const entry of [1, 2]) {
      await this.#add('count_sheets', {
        ...{ poll_id: poll.id, channel: 'PAPER', entry, spoiled: 3 },
        ...{ entered_by_id: entry === 1 ? by : null, papers: '[]', entered_at: new Date() },
      });
    }
    return poll;
  }

  /** What the link to stop reminders carries. */
  reminderKey(user: string): string {
    return `${user}.${this.#house.hash('stop-poll-reminders', user).slice(0, 22)}`;
  }

  /** A poll that is open now, on every way but hands. @param more method and what goes with it */
  async openPoll(more: PollWishes = {}) {
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
    const id = await this.#add('polls', {
      number: await this.#house.one<number>('SELECT max(number) + 1000 FROM polls'),
      ...{ decided_by: RULE.decidedBy, state: 'SCHEDULED', frozen_rule: JSON.stringify(rule) },
      ...{ local_opens: opens.toISOString().slice(0, 16), opens_at: opens },
      ...{ local_closes: closes.toISOString().slice(0, 16), closes_at: closes },
      // Else the office reminds of it while a guard looks who wrote what.
      reminded_at: new Date(),
      ...Object.fromEntries(columns),
    });
    for (const [position, { costCents, ...option }] of options.entries()) {
      const row = { ...option, poll_id: id, position, cost_cents: costCents };
      await this.#insert('poll_options', [row]);
    }
    return { id, number: await this.#numberOf('polls', id), option: options[0]?.id ?? '' };
  }

  call(more: Row = {}): Promise<string> {
    return this.#add('call_list_items', {
      kind: 'PHONE',
      person: 'Wache',
      contact: '030 23125-199',
      message: 'Bitte anrufen',
      ...more,
    });
  }

  failedMail(): Promise<string> {
    return this.#add('outgoing_mails', {
      recipient: 'wache@person.example',
      subject: 'Wache',
      text: 'Wache',
      state: 'FAILED',
    });
  }

  async card() {
    const printKey = newCode(16);
    const code = derived(this.#house, 'card', `${printKey} 1`, 16);
    const batchId = await this.#add('access_card_batches', {
      label: 'Wache',
      size: 24,
      print_key: printKey,
    });
    const batch = await this.#numberOf('access_card_batches', batchId);
    await this.#add('access_cards', {
      batch_id: batchId,
      position: 1,
      code_hash: this.#house.hash('card', code),
    });
    return { code, batchId, number: `${batch}-1` };
  }

  invitation(more: Row = {}): Promise<string> {
    return this.#add('invitations', {
      email: `${newCode()}@person.example`.toLowerCase(),
      roles: ['COUNSELLOR'],
      expires_at: hoursFromNow(24),
      ...more,
    });
  }

  async signInCode(link = newCode(48)) {
    const id = randomUUID();
    const code = newCode();
    await this.#insert('sign_in_codes', [
      {
        id,
        email: `${newCode()}@person.example`.toLowerCase(),
        chain_id: id,
        code_hash: this.#house.hash('sign-in-code', `${id} ${code}`),
        link_hash: this.#house.hash('sign-in-link', link),
        expires_at: hoursFromNow(0.1),
      },
    ]);
    return { id, code, link };
  }
}
