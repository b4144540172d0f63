import { randomUUID } from 'node:crypto';
import { generate, ScureBase32Plugin } from 'otplib';
import { inDays } from '../days';
import { proposalFields, replaced, requestFields, signUpFields } from './form-fields';
import type { House } from './house';
import type { Person } from './identities';
import { derived, type KnownSecret } from './secrets';
import { press } from './sending';
import type { Field } from './server-actions';
import { Things } from './things';

/** One of each kind, made by the real commands; nobody who looks around later owns one. */
export class SecretMaker {
  readonly found: KnownSecret[] = [];
  readonly #house: House;
  readonly #things: Things;

  constructor(house: House) {
    this.#house = house;
    this.#things = new Things(house);
  }

  async makeAll(): Promise<KnownSecret[]> {
    const guest = await this.#house.person('guest');
    await this.#signIn(guest);
    await this.#address();
    await this.#cases(guest);
    await this.#registrations(guest);
    await this.#reminder();
    await this.#cards();
    await this.#secondFactor();
    await this.#ballots();
    return this.found;
  }

  /** Codes are shown in groups of four, and typed without. */
  #keep(kind: string, text: string): string {
    this.found.push({ kind, text });
    const grouped = text.match(/.{1,4}/g)?.join('-') ?? '';
    if (/^[A-Z0-9]{8,16}$/.test(text)) this.found.push({ kind: `${kind}, grouped`, text: grouped });
    return text;
  }

  /** @returns the token of the form, from which codes are made, and where it led */
  async #sent(person: Person, name: string, fields: readonly Field[]) {
    const token = this.#house.token();
    const { state, to, text } = await press(this.#house, person.visitor, name, fields, token);
    if (to === '') throw new Error(`${name} was ${state}: ${text.slice(0, 300)}`);
    return { token, to };
  }

  async #press(person: Person, name: string, fields: readonly Field[]): Promise<string> {
    return (await this.#sent(person, name, fields)).token;
  }

  async #signIn(guest: Person): Promise<void> {
    const ask = (email: string) =>
      this.#press(guest, 'anmelden#requestCodeAction', [
        ['email', email],
        ['next', ''],
      ]);
    const waiting = await ask('wartet@person.example');
    this.#keep('sign-in code', derived(this.#house, 'sign-in-code', waiting, 8));
    this.#keep('sign-in link', derived(this.#house, 'sign-in-link', waiting, 48));
    const used = await ask('drin@person.example');
    const code = derived(this.#house, 'sign-in-code', used, 8);
    const request = await this.#house.one('SELECT id FROM sign_in_codes WHERE email = $1', [
      'drin@person.example',
    ]);
    const token = await this.#press(guest, 'anmelden#enterCodeAction', [
      ['request', request],
      ['code', code],
    ]);
    this.#keep('used sign-in code', code);
    this.#keep('session cookie', derived(this.#house, `session code ${code}`, token, 48));
  }

  async #address(): Promise<void> {
    const person = await this.#house.person('neighbour');
    await this.#house.one('UPDATE users SET email = NULL WHERE id = $1', [person.id]);
    const token = await this.#press(person, 'konto#requestAddressAction', [
      ['email', 'neu@person.example'],
    ]);
    this.#keep('address code', derived(this.#house, 'address-code', token, 8));
  }

  /** The key in the link of a mail: number and signature. */
  async #ownKey(kind: string, table: string, purpose: string, code: string): Promise<number> {
    const hash = this.#house.hash(kind === 'proposal' ? 'proposal' : 'support', code);
    const id = await this.#house.one(`SELECT id FROM ${table} WHERE code_hash = $1`, [hash]);
    const number = await this.#house.one<number>(`SELECT number FROM ${table} WHERE id = $1`, [id]);
    this.#keep(`own ${kind} page`, `${number}-${derived(this.#house, purpose, id, 12)}`);
    return number;
  }

  async #cases(guest: Person): Promise<void> {
    const office = await this.#house.person('coordinator');
    const proposal = proposalFields(this.#things.district);
    const contacts = {
      MAIL: 'idee@person.example',
      PHONE: '030 23125-188',
      LETTER: 'Weg 4, Ort 1',
    };
    for (const [contactKind, contact] of Object.entries(contacts)) {
      const fields = replaced(proposal, { contactKind, contact });
      const token = await this.#press(guest, 'vorschlaege/neu/idee#submitProposalAction', fields);
      const code = this.#keep('proposal code', derived(this.#house, 'proposal', token, 8));
      const number = await this.#ownKey('proposal', 'proposals', 'proposal-own', code);
      await this.#press(office, 'team/vorschlaege/[number]#decideProposalAction', [
        ['number', String(number)],
        ['step', 'askBack'],
        ['seen', '1'],
        ['question', 'Wo genau meinen Sie das?'],
        ['dueOn', inDays(14)],
      ]);
    }
    const request = requestFields(this.#things.district);
    const mail = { contactKind: 'MAIL', mail: 'anfrage@person.example' };
    const token = await this.#press(
      guest,
      'unterstuetzung/anfragen#requestSupportAction',
      replaced(request, mail),
    );
    const code = this.#keep('support code', derived(this.#house, 'support', token, 8));
    await this.#enteredByOffice(office);
    const number = await this.#ownKey('support', 'support_requests', 'support-own', code);
    await this.#press(office, 'team/anfragen/[number]#decideRequestAction', [
      ['number', String(number)],
      ['step', 'clarify'],
      ['seen', '1'],
      ['note', 'Für wie viele Personen?'],
    ]);
  }

  /** What the office types in for somebody has a code, too, which nobody is ever shown. */
  async #enteredByOffice(office: Person): Promise<void> {
    const proposal = proposalFields(this.#things.district);
    const card = await this.#press(office, 'team/ideenkarte#enterIdeaCardAction', [
      ...proposal.filter(([name]) => name !== 'contactKind'),
      ['channel', 'PHONE'],
    ]);
    const entered = derived(this.#house, 'proposal', card, 8);
    this.#keep('code of an entered card', entered);
    await this.#ownKey('proposal', 'proposals', 'proposal-own', entered);
    const request = await this.#press(office, 'team/anfragen/neu#enterRequestAction', [
      ...replaced(requestFields(this.#things.district), {
        contactKind: 'PHONE',
        phone: '030 23125-189',
      }),
      ['channel', 'PHONE'],
    ]);
    const code = derived(this.#house, 'support', request, 8);
    this.#keep('code of an entered request', code);
    await this.#ownKey('support', 'support_requests', 'support-own', code);
  }

  async #registrations(guest: Person): Promise<void> {
    const office = await this.#house.person('coordinator');
    const { number } = await this.#things.session('INVITED');
    const fields = replaced(signUpFields, { contactKind: 'MAIL', mail: 'forum@person.example' });
    const session: Field = ['session', String(number)];
    const own = await this.#press(guest, 'forum/anmelden/[number]#signUpAction', [
      session,
      ...fields,
    ]);
    this.#keep('registration code', derived(this.#house, 'registration', own, 8));
    for (const entered of [
      fields,
      replaced(fields, { contactKind: 'PHONE', phone: '030 12345' }),
    ]) {
      const token = await this.#press(
        office,
        'team/forum/[number]/anmeldungen#enterRegistrationAction',
        [session, ...entered, ['channel', 'PHONE']],
      );
      this.#keep('code of an entered sign-up', derived(this.#house, 'registration', token, 8));
    }
  }

  async #reminder(): Promise<void> {
    const { id } = await this.#house.person('resident');
    await this.#house.one('UPDATE users SET poll_reminders = true WHERE id = $1', [id]);
    const poll = await this.#things.openPoll();
    await this.#house.one(
      `SELECT graphile_worker.add_job('remind-poll', json_build_object('pollId', $1::text))`,
      [poll.id],
    );
    this.#keep('key to stop reminders', this.#things.reminderKey(id));
  }

  async #cards(): Promise<void> {
    const office = await this.#house.person('coordinator');
    await this.#press(office, 'team/karten#makeBatchAction', [
      ['label', 'Wachen'],
      ['sheets', '1'],
    ]);
    const [batch, printKey] = await Promise.all(
      ['id', 'print_key'].map((column) =>
        this.#house.one(`SELECT ${column} FROM access_card_batches WHERE label = 'Wachen'`),
      ),
    );
    this.#keep('card code', derived(this.#house, 'card', `${printKey} 1`, 16));
    await this.#press(office, 'team/karten#finishPrintingAction', [['batch', batch ?? '']]);
  }

  async #secondFactor(): Promise<void> {
    const person = await this.#house.person('halfway');
    await this.#house.one('UPDATE users SET totp_confirmed_at = NULL WHERE id = $1', [person.id]);
    const bytes = Buffer.from(this.#house.hash('totp-set-up', person.sessionId), 'base64url');
    const secret = new ScureBase32Plugin().encode(bytes.subarray(0, 20), { padding: false });
    const epoch = Math.floor(Date.now() / 1000);
    await this.#press(person, 'anmelden/zweiter-schritt#setUpSecondFactorAction', [
      ['code', await generate({ secret, epoch })],
    ]);
    this.#keep('secret of the second factor', secret);
    const seed = `${person.sessionId} ${Math.floor(epoch / 30)} 0`;
    this.#keep('recovery code', derived(this.#house, 'recovery', seed, 10));
  }

  async #ballots(): Promise<void> {
    const office = await this.#house.person('coordinator');
    const { number } = await this.#things.openPoll();
    const endCode = String(Number.parseInt(randomUUID().slice(0, 8), 16)).padEnd(10, '7');
    await this.#press(office, 'team/abstimmungen/[number]/urne#startKioskAction', [
      ['poll', String(number)],
      ['endCode', endCode],
    ]);
    this.#keep('code that ends a ballot box', endCode);
    const caller = await this.#sent(
      await this.#house.person('coordinator'),
      'team/abstimmungen/[number]/telefon#phoneCardAction',
      [
        ['poll', String(number)],
        ['code', (await this.#things.card()).code],
        ['agreed', 'on'],
      ],
    );
    this.#keep("ticket of a caller's ballot", /\/zettel\/([^/?]+)/.exec(caller.to)?.[1] ?? '');
  }
}
