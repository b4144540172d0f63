import { describe, expect, it } from 'vitest';
import { byAddress, onceEach, wayOf } from './rules';

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

it('who shares an address gets one mail', () => {
  const rows = ['A@example.org', 'a@example.org ', 'b@example.org'].map((contact) => ({
    ...{ name: 'x', contact },
  }));
  expect([...byAddress(rows)].map(([address, all]) => [address, all.length])).toEqual([
    ['a@example.org', 2],
    ['b@example.org', 1],
  ]);
});
