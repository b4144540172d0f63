import { folded } from '@/lib/core/folded';
import { wayTo } from '@/lib/core/typed';
import type { InvitationWay } from '../surveys/types';

export const INVITE_MAX = 1500;

const MAIL = /^[\w%+-]+(?:\.[\w%+-]+)*@(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,63}$/i;
/** Six digits in a row, or a number with its area code. */
const PHONE = /\d{6,}|(?<!\d)[0+]\d(?:[ /().-]*\d){5,}/;
/** A street or a town and a number. */
const HOUSE = /\p{L}{2}.*\d/su;

/**
 * How somebody is invited, by what they wrote down of how they are reached: nothing but an address gets a mail, and
 * what reads like where somebody lives a letter. Of anything else whoever calls makes what can be made of it.
 */
export function wayOf(contact: string): InvitationWay {
  const text = contact.trim();
  if (MAIL.test(text)) return 'MAIL';
  return HOUSE.test(text) && !PHONE.test(text) ? 'LETTER' : 'PHONE';
}

interface Reached {
  name: string;
  contact: string;
}

/** The same name with the same number or address is somebody who asked twice. */
const who = ({ name, contact }: Reached) => `${wayTo(contact)} ${folded(name)}`;

/** Of each person the first row, and the others of those who asked more than once. */
export function onceEach<Row extends Reached>(rows: readonly Row[]): { each: Row[]; again: Row[] } {
  const seen = new Set<string>();
  const each: Row[] = [];
  const again: Row[] = [];
  for (const row of rows) {
    (seen.has(who(row)) ? again : each).push(row);
    seen.add(who(row));
  }
  return { each, again };
}

/** Whoever shares an address for mails gets one together. */
export function byAddress<Row extends Reached>(rows: readonly Row[]): Map<string, Row[]> {
  const shared = new Map<string, Row[]>();
  for (const row of rows) {
    const address = row.contact.trim().toLowerCase();
    shared.set(address, [...(shared.get(address) ?? []), row]);
  }
  return shared;
}
