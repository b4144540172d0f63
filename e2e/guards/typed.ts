import { ACTIONS } from './actions';
import { formsOf, see } from './crawl';
import type { SeenForm } from './forms-seen';
import type { House } from './house';
import type { Identity, Person } from './identities';
import { INPUTS } from './inputs';
import { press } from './sending';
import { type Field, listServerActions, type ServerAction } from './server-actions';
import { Things } from './things';

/** Something that was typed into a field, and who the field had said would read it. */
interface Typed {
  field: string;
  audience: string;
  /** Who had typed it. */
  by: Identity;
}

/** What stood beside the fields of forms, as people saw them. */
export class FieldsSeen {
  readonly #said = new Map<string, Map<string, string>>();

  add({ action, step, fields }: SeenForm): void {
    const form = `${action} ${step}`;
    const said = this.#said.get(form) ?? new Map<string, string>();
    for (const { name, audience } of fields) if (audience) said.set(name, audience);
    this.#said.set(form, said);
  }

  /** Who reads each field, by name. */
  of(action: string, step: string): ReadonlyMap<string, string> {
    return this.#said.get(`${action} ${step}`) ?? this.#said.get(`${action} `) ?? new Map();
  }
}

/** Fields that say which thing a form is about, as its address does. */
const NUMBERS = ['session', 'number', 'poll', 'proposal', 'code', 'key'];

/** Presses buttons with marks in every field that says who reads it. */
export class Typist {
  readonly #house: House;
  readonly #things: Things;
  readonly #seen: FieldsSeen;
  readonly #typed: Typed[] = [];

  constructor(house: House, seen: FieldsSeen) {
    this.#house = house;
    this.#things = new Things(house);
    this.#seen = seen;
  }

  async pressEverything(): Promise<void> {
    for (const action of listServerActions()) {
      // With every field there is; where that is too much, with those that must be filled.
      if (!(await this.#press(action, true))) await this.#press(action, false);
    }
  }

  /** Which typed fields stand in a text. */
  in(text: string): Typed[] {
    const marks = new Set([...text.matchAll(/getippt(\d+)x/g)].map(([, index]) => Number(index)));
    return [...marks].flatMap((index) => this.#typed[index] ?? []);
  }

  /** Looks at the very form that is sent, if it stands where its action does. */
  async #lookAt({ page }: ServerAction, person: Person, fields: Map<string, unknown>) {
    const thing = NUMBERS.map((name) => fields.get(name)).find((value) => value !== undefined);
    const step = fields.has('step') ? `?step=${fields.get('step')}` : '';
    const path = page.replace(/\/1(?=\/|$)/, `/${thing ?? 1}`) + step;
    for (const form of formsOf(await see(this.#house, person, path))) this.#seen.add(form);
  }

  /** Whether the button did something; it need not where nobody reads anything. */
  async #press(action: ServerAction, isComplete: boolean): Promise<boolean> {
    const { id, name } = action;
    const person = await this.#house.person(ACTIONS[name]?.may[0] ?? 'guest');
    const given = { house: this.#house, things: this.#things, person };
    const fields = new Map((await INPUTS[name]?.(given)) ?? []);
    await this.#lookAt(action, person, fields);
    const said = this.#seen.of(id, String(fields.get('step') ?? ''));
    if (said.size === 0) return true;
    for (const [field, audience] of said) {
      const value = fields.get(field);
      if (typeof value === 'string' || isComplete)
        fields.set(
          field,
          this.#mark(String(value ?? ''), {
            field: `${name} ${field}`,
            audience,
            by: person.identity,
          }),
        );
    }
    await this.#giveMailAddresses();
    const { to } = await press(this.#house, person.visitor, name, [...fields] as Field[]);
    return to !== '';
  }

  /** So that mails are written, with what is typed now. */
  async #giveMailAddresses(): Promise<void> {
    const { rows } = await this.#house.client.query<{ name: string }>(
      `SELECT table_name AS name FROM information_schema.columns
       WHERE table_schema = 'public' AND column_name = 'contact_kind'`,
    );
    for (const { name } of rows) {
      await this.#house.client.query(
        `UPDATE ${name} SET contact_kind = 'MAIL', contact_value = 'brief@person.example'
         WHERE contact_kind = 'NUMBER'`,
      );
    }
  }

  #mark(value: string, typed: Typed): string {
    this.#typed.push(typed);
    return `${value} getippt${this.#typed.length - 1}x`.trim();
  }
}
