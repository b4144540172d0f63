import { describe, expect, it } from 'vitest';
import { byInbox, leavingOf, mailIn, onceEach, wayOf } from './rules';

describe('how somebody is invited', () => {
  it.each([
    ['renate@example.org', 'MAIL'],
    [' Renate.V+a@Example.org ', 'MAIL'],
    ['renate@example', 'PHONE'],
    ['renate@example.org, oder anrufen', 'PHONE'],
    ['a@example.org,b@example.org', 'PHONE'],
    ['030 23125-111', 'PHONE'],
    ['+49 171 2345678', 'PHONE'],
    ['abends 0171/2345678', 'PHONE'],
    ['23125111', 'PHONE'],
    ['Am Hang 5', 'LETTER'],
    ['Hauptstraße 5, 08289 Schneeberg', 'LETTER'],
    ['Hauptstraße 5 08289 Schneeberg', 'LETTER'],
    ['Am Hang 5, Telefon 03772 123456', 'PHONE'],
    ['kommt ins Büro', 'PHONE'],
    ['anna1987@web.de.', 'MAIL'],
    ['E-Mail: anna2@web.de', 'MAIL'],
    ['Mail anna2@web.de', 'MAIL'],
    ['<anna@web.de>', 'MAIL'],
    ['mailto:anna@web.de', 'MAIL'],
    ['müller1@web.de', 'PHONE'],
    ['anna@web.de 0171', 'PHONE'],
    ['Tel 23125', 'PHONE'],
    ['Handynummer: 23125', 'PHONE'],
    ['Am Hotel 5', 'LETTER'],
    ['ab 17 Uhr, 23 12 51', 'PHONE'],
    ['08289 Schneeberg, Postfach 100200', 'LETTER'],
  ])('"%s": %s', (contact, way) => {
    expect(wayOf(contact)).toBe(way);
  });
});

it('who asked twice stands there once, two of one household both', () => {
  const rows = [
    { id: 1, name: 'Renate V.', contact: '03772 123456' },
    { id: 2, name: 'renate v.', contact: '+49 3772 / 123456' },
    { id: 3, name: 'Max V.', contact: '03772 123456' },
  ];
  const { each, again } = onceEach(rows);
  expect([each.map(({ id }) => id), again.map(({ id }) => id)]).toEqual([[1, 3], [2]]);
});

it('two who are called the same are two, unless they are reached the same way', () => {
  const once = (...contacts: string[]) =>
    onceEach(contacts.map((contact) => ({ name: 'Familie Müller', contact }))).each.length;
  expect(once('a.b1@web.de', 'ab.1@web.de')).toBe(2);
  expect(once('Am Markt 1, 2. Stock', 'Am Markt 12 Stock')).toBe(2);
  expect(once('Am Markt 1, 2. Stock', 'am Markt 1 2.Stock')).toBe(1);
  expect(once('Anna@web.de', 'E-Mail: anna@web.de.')).toBe(1);
  expect(once('anna+1@web.de', 'anna+2@web.de')).toBe(1);
});

it('who shares an inbox gets one mail, at the address that was given first', () => {
  const contacts = ['Mail: A+x@example.org.', 'a@example.org ', 'b@example.org', '03772 123456'];
  const rows = contacts.map((contact, id) => ({ name: `n${id}`, contact }));
  expect(byInbox(rows).map(({ recipient, rows: all }) => [recipient, all.length])).toEqual([
    ['a+x@example.org', 2],
    ['b@example.org', 1],
  ]);
  expect(mailIn('a@example.org, b@example.org')).toBeNull();
  const letter = { name: 'n9', contact: 'Am Hang 5' };
  const twice = { name: 'N9', contact: 'am hang 5' };
  expect(leavingOf([...rows, letter, twice])).toEqual({ mails: 2, calls: 1, letters: 1, again: 1 });
});
