import { describe, expect, it } from 'vitest';
import { kindOfForm } from './forms.mjs';

const ID = `40${'a'.repeat(40)}`;
const OLD = `40${'b'.repeat(40)}`;
const known = new Set([ID]);

async function multipart(fields: [name: string, value: string | Blob][]) {
  const form = new FormData();
  for (const [name, value] of fields) form.append(name, value);
  const request = new Request('http://here.example', { method: 'POST', body: form });
  const contentType = request.headers.get('content-type') ?? '';
  return {
    path: '/konto',
    contentType,
    body: Buffer.from(await request.arrayBuffer()),
    action: '',
  };
}

const withState = (id: string, first = JSON.stringify({ id, bound: '$@1' })) =>
  multipart([
    ['$ACTION_REF_1', ''],
    ['$ACTION_1:0', first],
    ['$ACTION_1:1', '[{"status":"fresh"}]'],
    ['name', 'Renate'],
  ]);

describe('a form', () => {
  it.each([
    ['without script', withState(ID), 'form'],
    ['without script and state', multipart([[`$ACTION_ID_${ID}`, '']]), 'form'],
    [
      'with a file',
      multipart([
        [`$ACTION_ID_${ID}`, ''],
        ['photo', new Blob(['x'])],
      ]),
      'form',
    ],
    ['of an older build', withState(OLD), 'outdated'],
    ['without any action', multipart([['name', 'Renate']]), 'broken'],
    ['whose action is no JSON', withState(ID, '{'), 'broken'],
    ['whose action is a number', withState(ID, '{"id":7}'), 'broken'],
    ['whose action is no id', multipart([['$ACTION_ID_x', '']]), 'broken'],
    [
      'with thousands of fields',
      multipart(Array.from({ length: 600 }, (_, n) => [`f${n}`, ''])),
      'broken',
    ],
  ] as const)('%s', async (_name, sent, kind) => {
    expect(await kindOfForm(await sent, known)).toBe(kind);
  });

  it.each([
    ['cut off', (body: Buffer) => body.subarray(0, body.length - 20)],
    ['empty', () => Buffer.alloc(0)],
    ['of noise', () => Buffer.from('a=1')],
  ])('%s is broken', async (_name, change) => {
    const sent = await withState(ID);
    expect(await kindOfForm({ ...sent, body: change(sent.body) }, known)).toBe('broken');
  });

  it.each([
    ['multipart/form-data', 'broken'],
    ['multipart/form-data; boundary=', 'broken'],
    ['application/x-www-form-urlencoded', 'broken'],
    ['application/json', 'broken'],
    ['', 'broken'],
  ])('sent as %s is %s', async (contentType, kind) => {
    expect(await kindOfForm({ ...(await withState(ID)), contentType }, known)).toBe(kind);
  });

  it.each([
    [ID, 'text/plain;charset=UTF-8', 'form'],
    [OLD, 'text/plain;charset=UTF-8', 'outdated'],
    ['../x', 'text/plain;charset=UTF-8', 'broken'],
    [ID, 'application/json', 'broken'],
  ])('sent by script as %s in %s is %s', async (action, contentType, kind) => {
    expect(
      await kindOfForm({ path: '/konto', contentType, action, body: Buffer.from('[]') }, known),
    ).toBe(kind);
  });
});

describe('what a program sends', () => {
  it.each([
    ['/api/rundgang/kontakte', 'application/json', '', 'form'],
    ['/api/rundgang/kontakte', 'Application/JSON; charset=utf-8', '', 'form'],
    ['/konto', 'application/json', '', 'broken'],
    ['/apirundgang', 'application/json', '', 'broken'],
    // What any page may send without asking first is never taken for it.
    ['/api/rundgang/kontakte', 'text/plain', '', 'broken'],
    ['/api/rundgang/kontakte', 'text/plain; application/json', '', 'broken'],
    ['/api/rundgang/kontakte', 'application/x-www-form-urlencoded', '', 'broken'],
    ['/api/rundgang/kontakte', 'application/jsonx', '', 'broken'],
    ['/api/rundgang/kontakte', '', '', 'broken'],
    ['/api/rundgang/kontakte', 'application/json', ID, 'broken'],
  ])('to %s as %j with the action %j is %s', async (path, contentType, action, kind) => {
    expect(await kindOfForm({ path, contentType, action, body: Buffer.from('{}') }, known)).toBe(
      kind,
    );
  });
});
