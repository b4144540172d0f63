import { inboxOf, wayTo } from '@/lib/core/contact';
import { folded } from '@/lib/core/folded';
import { withoutLink } from '@/lib/core/typed';
import type { InvitationWay } from './types';

export const INVITE_MAX = 1500;

const MAIL = /^[\w%+-]+(?:\.[\w%+-]+)*@(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,63}$/i;
/** What stands before an address for mails and is no part of it, and the end of a sentence behind it. */
const MAIL_LABEL = /^\s*e?[- ]?mail(?:[- ]?adresse)?\s*[:.]?\s+/i;
const SENTENCE_END = /[\s.,;:!]+$/;
/** Six digits in a row, pairs of them as numbers are read out, or a number with its area code. */
const PHONE = /\d{6,}|(?<!\d)\d{2}(?: \d{2}){2,}(?!\d)|(?<!\d)[0+]\d(?:[ /().-]*\d){5,}/;
/** Numbers here may be as short as four digits, where somebody says that it is one. */
const SAID_PHONE = /(?<!\p{L})(?:tel|telefon|handy|mobil|festnetz|phone)\p{L}*[.:]*\s*[\d+(]/iu;
const POSTBOX = /postfach\s*\d[\d ]*/giu;
/** A street or a town and a number. */
const HOUSE = /\p{L}{2}.*\d/su;

/** The address for mails somebody gave, in small letters; null where something else stands there, or more. */
export function mailIn(contact: string): string | null {
  const typed = contact.replace(MAIL_LABEL, '').replace(SENTENCE_END, '');
  const address = withoutLink(typed, 'mailto').toLowerCase();
  return MAIL.test(address) ? address : null;
}

/**
 * How somebody is invited, by what they wrote down of how they are reached: nothing but an address gets a mail, and
 * what reads like where somebody lives a letter. Of anything else whoever calls makes what can be made of it.
 */
export function wayOf(contact: string): InvitationWay {
  if (mailIn(contact) !== null) return 'MAIL';
  if (contact.includes('@') || SAID_PHONE.test(contact)) return 'PHONE';
  const isHouse = HOUSE.test(contact) && !PHONE.test(contact.replaceAll(POSTBOX, ''));
  return isHouse ? 'LETTER' : 'PHONE';
}

interface Reached {
  name: string;
  contact: string;
}

/** What two ways to write the same down have in common; a gap in an address of a house parts its numbers. */
function reachedAt(contact: string): string {
  const mail = mailIn(contact);
  if (mail !== null) return inboxOf(mail);
  if (wayOf(contact) === 'PHONE') return wayTo(contact);
  return contact
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** The same name with the same number or address is somebody who asked twice. */
const who = ({ name, contact }: Reached) => `${reachedAt(contact)} ${folded(name)}`;

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

interface SharedMail<Row> {
  recipient: string;
  rows: Row[];
}

/** Whoever shares an inbox gets one mail together; nobody gets many because somebody typed many addresses of theirs. */
export function byInbox<Row extends Reached>(rows: readonly Row[]): SharedMail<Row>[] {
  const shared = new Map<string, SharedMail<Row>>();
  for (const row of rows) {
    const recipient = mailIn(row.contact);
    if (recipient === null) continue;
    const inbox = inboxOf(recipient);
    const mail = shared.get(inbox) ?? { recipient, rows: [] };
    mail.rows.push(row);
    shared.set(inbox, mail);
  }
  return [...shared.values()];
}

/** What leaves when all of a sheet are invited. */
export interface Leaving {
  mails: number;
  calls: number;
  letters: number;
  /** Rows of people who asked more than once. */
  again: number;
}

/** What would leave if all of these were invited now. */
export function leavingOf(rows: readonly Reached[]): Leaving {
  const { each, again } = onceEach(rows);
  const of = (way: InvitationWay) => each.filter(({ contact }) => wayOf(contact) === way).length;
  return {
    ...{ mails: byInbox(each).length, calls: of('PHONE'), letters: of('LETTER') },
    again: again.length,
  };
}
