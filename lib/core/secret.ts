/** Stands where something is that only its owner may see. */
export const HIDDEN = '•••';

/**
 * A code or a personal address on its way to its owner. It fits into no sentence, list, log or stored answer:
 * whatever turns it into text gets `HIDDEN`, and only what is handed to the owner reveals it.
 */
export class Secret {
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  reveal(): string {
    return this.#text;
  }

  toString(): string {
    return HIDDEN;
  }

  toJSON(): string {
    return HIDDEN;
  }
}

/** An address that opens what belongs to one person, without signing in; never shown to anybody else. */
export type PersonalPath = string & { readonly personal: true };

/** Every other address of ours. */
export type OpenPath = string & { readonly personal?: never };
