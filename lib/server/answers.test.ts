import { expect, it } from 'vitest';
import { FAULT_ID_PLACE, LEADS_TO_PLACE, TYPED_PLACE } from '../core/process-state.mjs';
import { sendFailure } from './answers.mjs';
import { textsIn } from './forms.mjs';
import type { KeptPage } from './kept-pages.mjs';

const HIDDEN = `<p hidden="">Nummer ${FAULT_ID_PLACE} ${LEADS_TO_PLACE}</p>`;
const SHOWN = '<p>Nummer a1 /a?b=&#34;c</p>';
const PAGE = `<p>Weg</p>${HIDDEN}<section hidden=""><h2>Ihr Text</h2><p>${TYPED_PLACE}</p></section>`;

/** What somebody gets to read. */
function failure(texts: string[]): string {
  let sent = '';
  const response = {
    setHeader: () => undefined,
    writeHead: () => ({ end: (body: Buffer) => (sent = body.toString()) }),
  };
  const page = { type: 'text/html', csp: '', body: Buffer.from(PAGE) } as unknown as KeptPage;
  sendFailure({ method: 'POST' } as never, response as never, {
    ...{ page, status: 404, id: 'a1', texts, leadsTo: '/a?b="c' },
  });
  return sent;
}

async function sentForm(entries: Record<string, string>) {
  const form = new FormData();
  for (const [name, text] of Object.entries(entries)) form.append(name, text);
  const sent = new Response(form);
  return textsIn(sent.headers.get('content-type') ?? '', Buffer.from(await sent.arrayBuffer()));
}

it('a text that was sent and is not kept is given back as text', () => {
  expect(failure(['Eine <b>Bank</b>\r\nam Weg', 'und $& ein Dach'])).toBe(
    `<p>Weg</p>${SHOWN}<section><h2>Ihr Text</h2><p>Eine &#60;b&#62;Bank&#60;/b&#62;<br>am Weg</p><p>und $&#38; ein Dach</p></section>`,
  );
});

it('without one nothing of it is seen', () => {
  expect(failure([])).toBe(PAGE.replace(HIDDEN, SHOWN));
});

it('sentences are given back, and no codes, choices or fields of the framework', async () => {
  const entries = {
    $ACTION_KEY: 'k1 k2 k3 k4 k5 k6',
    ...{ code: 'acdf EFGH 3467 npqr', choices: 'a0b1c2d3-e4f5', name: 'Jo Roth', version: '5' },
    body: ' Eine Bank am Weg\nund ein Dach. ',
  };
  expect(await sentForm(entries)).toEqual(['Eine Bank am Weg\r\nund ein Dach.']);
  expect(await textsIn('text/plain', Buffer.from('eine Bank am Weg'))).toEqual([]);
  expect(await textsIn('multipart/form-data; boundary=x', null)).toEqual([]);
});
