import type { RouteTable } from '../../../lib/server/route-table.mjs';
import { partsOf as domainParts } from '../parts';
import { each, type Raw } from './raw';

/** Parts of an address that are a short code: who guesses is told to stop. */
const CODES = new Set(['code', 'receipt']);
/** Parts that are no secret, or one that nobody can guess: what stands in addresses of many, and what domains say of their own. */
const OTHERS = new Set([
  ...['locale', 'number', 'id', 'key', 'token', 'what', 'month'],
  ...(await domainParts<{ NO_CODES?: readonly string[] }>('routes')).flatMap(
    ({ NO_CODES = [] }) => NO_CODES,
  ),
]);
const MORE_THAN_ALLOWED = 66;

const partsOf = (route: string) =>
  [...route.matchAll(/\[+(?:\.\.\.)?(\w+)\]+/g)].map(([, name = '']) => name);

/** Parts of addresses nobody has said anything about. */
export function unknownParts(table: RouteTable): string[] {
  const parts = new Set(table.all.flatMap(({ route }) => partsOf(route)));
  return [...parts].filter((part) => !CODES.has(part) && !OTHERS.has(part));
}

/** Pages with a code in their address that let somebody guess on. */
export async function pagesThatLetGuess(raw: Raw, table: RouteTable): Promise<string[]> {
  const routes = table.all.filter(({ route, is }) => {
    // The word "code" of an error page is no secret.
    return is === 'acting' && partsOf(route).some((part) => CODES.has(part));
  });
  const problems: string[] = [];
  await each([...routes.entries()], async ([index, { route }]) => {
    const headers = { 'x-forwarded-for': `198.51.100.${index}` };
    const path = (guess: number) =>
      route
        .replace('/[locale]', '/en')
        .replace(/\[+[^\]]*\]+/g, `1-${String(guess).padStart(12, 'A')}`);
    for (let guess = 0; guess < MORE_THAN_ALLOWED; guess += 1)
      await raw.ask({ path: path(guess), headers });
    const { status, body } = await raw.ask({ path: path(MORE_THAN_ALLOWED), headers });
    // Some lead a guest away before any code is looked at.
    if (status >= 300 && status < 400) return;
    if (status !== 429 || !body.includes('<html lang="en"')) problems.push(`${route}: ${status}`);
  });
  return problems;
}
