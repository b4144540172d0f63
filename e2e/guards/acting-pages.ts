import path from 'node:path';
import { RouteTable } from '../../lib/server/route-table.mjs';
import type { Addresses } from './addresses';
import { IDENTITIES, type Identity } from './identities';
import { ROUTES } from './routes';

/** Every address where somebody does something, route by route, each with somebody who is shown it. */
export function actingPages(addresses: Addresses): [pages: readonly string[], by: Identity][] {
  const table = new RouteTable(path.resolve('.next'));
  return Object.values(ROUTES).flatMap(({ outcomes, paths }) => {
    const pages = paths(addresses);
    const [first = ''] = pages;
    const identity = IDENTITIES.find((known) => outcomes[known] === 'shown');
    // What machines fetch is no page.
    const isPage = table.find(first)?.is === 'acting' && !first.startsWith('/api/');
    return identity && isPage ? [[pages, identity]] : [];
  });
}
