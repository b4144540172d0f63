import fs from 'node:fs';
import path from 'node:path';
import type { Visitor } from '../../lib/tooling/bench/browserless.mjs';

const MANIFEST = path.resolve('.next/server/server-reference-manifest.json');

/** A server action as the build lists it. */
export interface ServerAction {
  id: string;
  /** `team/forum/neu#createSessionAction`. */
  name: string;
  /** A page that offers it; what stands in its variable parts does not matter. */
  page: string;
}

interface Manifest {
  node: Record<
    string,
    { filename: string; exportedName: string; workers: Record<string, unknown> }
  >;
}

/** `app/[locale]/(act)/nummer/page` → `/nummer`. */
export function pathOfEntry(entry: string): string {
  const parts = entry
    .split('/')
    .slice(1, -1)
    .filter((part) => part !== '[locale]' && !/^\(.*\)$/.test(part));
  return `/${parts.join('/')}`;
}

let known: readonly ServerAction[] | undefined;

export function listServerActions(): readonly ServerAction[] {
  known ??= readServerActions();
  return known;
}

function readServerActions(): ServerAction[] {
  const { node } = JSON.parse(fs.readFileSync(MANIFEST, 'utf8')) as Manifest;
  return Object.entries(node).map(([id, { filename, exportedName, workers }]) => {
    const [entry = ''] = Object.keys(workers).sort();
    return {
      id,
      name: `${pathOfEntry(filename).slice(1)}#${exportedName}`,
      page: pathOfEntry(entry).replace(/\[+[^\]]*\]+/g, '1'),
    };
  });
}

export type Field = readonly [name: string, value: string | Blob];

export interface Answer {
  status: number;
  /** Where the answer leads; empty when it leads nowhere. */
  to: string;
  /** What the form would show: `invalid`, `refused`, `failed`, `fresh`; empty after success. */
  state: string;
  text: string;
}

/** Calls an action as the program in the browser does, without any page having offered it. */
export async function callAction(
  visitor: Visitor,
  action: ServerAction,
  fields: readonly Field[],
): Promise<Answer> {
  const body = new FormData();
  for (const [name, value] of fields) body.append(`_1_${name}`, value);
  body.append('0', '[{"status":"fresh","values":{},"errors":[],"token":""},"$K1"]');
  return post(visitor, action.page, body, { 'next-action': action.id });
}

/** Sends anything to a page as a form of ours. */
export async function post(
  visitor: Visitor,
  page: string,
  body: FormData | string,
  headers: Record<string, string> = {},
): Promise<Answer> {
  const response = await fetch(new URL(page, visitor.base), {
    method: 'POST',
    headers: { ...visitor.headers(), origin: visitor.base, ...headers },
    body,
    redirect: 'manual',
  });
  const text = await response.text();
  const led = response.headers.get('x-action-redirect')?.split(';')[0];
  return {
    status: response.status,
    to: led ?? response.headers.get('location') ?? '',
    // Beside the way on comes the page it leads to, which is not this form any more.
    state: led ? '' : (/"status":"(fresh|invalid|refused|failed)"/.exec(text)?.[1] ?? ''),
    text,
  };
}
