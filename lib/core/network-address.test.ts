import { describe, expect, it } from 'vitest';
import { networkOf, widerNetworkOf } from './network-address.mjs';

describe('networkOf', () => {
  it.each([
    ['192.0.2.7', '192.0.2.7'],
    ['192.0.2.7:5123', '192.0.2.7'],
    ['::ffff:192.0.2.7', '192.0.2.7'],
    ['::ffff:c000:207', '192.0.2.7'],
    ['64:ff9b::192.0.2.7', '192.0.2.7'],
    ['2002:c000:207::1', '192.0.2.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:db8:1:2::', '2001:db8:1:2::/64'],
    ['2001:0DB8:0001:0002:ffff::1', '2001:db8:1:2::/64'],
    ['[2001:db8:1:2::9]:443', '2001:db8:1:2::/64'],
    ['2001:db8::1', '2001:db8::/64'],
    ['fe80::1%eth0', 'fe80::/64'],
    ['::1', '::/64'],
    ['', 'unknown'],
    ['unix:', 'unknown'],
    ['2001:db8:::', 'unknown'],
  ])('%s is of %s', (address, network) => {
    expect(networkOf(address)).toBe(network);
  });

  it('gives all addresses of a customer one name, however they are written', () => {
    const written = (last: number) => [
      `2001:db8::${last.toString(16)}`,
      `2001:db8:0:0:${last.toString(16)}::`,
      `2001:0db8:0000:0000:0000:0000:0000:${last.toString(16).padStart(4, '0')}`,
    ];
    const names = Array.from({ length: 500 }, (_, last) => written(last + 1)).flat();
    expect(new Set(names.map(networkOf))).toEqual(new Set(['2001:db8::/64']));
  });
});

describe('widerNetworkOf', () => {
  it.each([
    ['192.0.2.7', '192.0.2.0/24'],
    ['2001:db8:1:2::/64', '2001:db8:1::/48'],
    ['2001:db8::/64', '2001:db8::/48'],
    ['::/64', '::/48'],
    ['unknown', 'unknown'],
  ])('%s is of %s', (network, wider) => {
    expect(widerNetworkOf(network)).toBe(wider);
  });
});
