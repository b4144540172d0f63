import { listServerActions, type ServerAction } from '../server-actions';
import { type Asked, each, type Raw } from './raw';

const BOUNDARY = 'grenze';

function multipart(fields: readonly (readonly [name: string, value: string])[]): string {
  const parts = fields.map(
    ([name, value]) =>
      `--${BOUNDARY}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  );
  return `${parts.join('')}--${BOUNDARY}--\r\n`;
}

const plain = (first: string, state: string) =>
  multipart([
    ['$ACTION_REF_1', ''],
    ['$ACTION_1:0', first],
    ['$ACTION_1:1', state],
    ['$ACTION_KEY', 'k1'],
  ]);

const MULTIPART = `multipart/form-data; boundary=${BOUNDARY}`;
const DEEP = `${'['.repeat(20_000)}${']'.repeat(20_000)}`;
/** Words of the framework's own format that lead nowhere, or where they must not. */
const WORDS = [
  '"$@9"',
  '["$F9"]',
  '["$Q9","$W9"]',
  '["$K9"]',
  '["$B9"]',
  '["$1:__proto__:x"]',
  '{"__proto__":{"a":1}}',
  '[',
  '',
  DEEP,
];

/** What breaks a form is read before it is known whose form it is. */
const IN_TURN = 12;

type Broken = (action: ServerAction) => Omit<Asked, 'path' | 'method'>;

const typed = (type: string, body: string) => ({ headers: { 'content-type': type }, body });

const WITHOUT_SCRIPT: Broken[] = [
  () => ({}),
  () => typed('', 'a=1'),
  () => typed('application/x-www-form-urlencoded', 'a=1'),
  () => typed('application/json', '{}'),
  () => typed('multipart/form-data', 'a=1'),
  () => typed(MULTIPART, 'noise'),
  () => typed(MULTIPART, ''),
  () => typed(MULTIPART, multipart([['name', 'Renate']])),
  ({ id }) => typed(MULTIPART, plain(JSON.stringify({ id, bound: '$@1' }), '[]').slice(0, -20)),
  () => typed(MULTIPART, plain('{', '[]')),
  () => typed(MULTIPART, plain('{"id":"__proto__","bound":"$@1"}', '[]')),
  ({ id }) =>
    typed(MULTIPART, plain(JSON.stringify({ id: id.replace(/./g, '0'), bound: null }), '[]')),
  ({ id }) => typed(MULTIPART, plain(JSON.stringify({ id, bound: '$@9' }), '[]')),
  ...WORDS.map(
    (word): Broken =>
      ({ id }) =>
        typed(MULTIPART, plain(JSON.stringify({ id, bound: '$@1' }), word)),
  ),
];

const WITH_SCRIPT: Broken[] = [
  ...WORDS.map(
    (word): Broken =>
      ({ id }) => ({
        headers: { 'content-type': 'text/plain;charset=UTF-8', 'next-action': id },
        body: word,
      }),
  ),
  ...WORDS.map(
    (word): Broken =>
      ({ id }) => ({
        headers: { 'content-type': MULTIPART, 'next-action': id },
        body: multipart([['0', word]]),
      }),
  ),
  ({ id }) => ({ headers: { 'content-type': MULTIPART, 'next-action': id }, body: 'noise' }),
  ({ id }) => ({ headers: { 'content-type': 'text/plain', 'next-action': `${id}0` }, body: '[]' }),
  () => ({ headers: { 'content-type': 'text/plain', 'next-action': '../../x' }, body: '[]' }),
];

async function problemOf(
  raw: Raw,
  action: ServerAction,
  broken: Broken,
  scripted: boolean,
): Promise<string | null> {
  const { headers = {}, body = '' } = broken(action);
  const { status, body: answer } = await raw.ask({
    path: `/en${action.page}`,
    method: 'POST',
    body,
    headers: { ...headers, 'content-length': Buffer.byteLength(body), origin: raw.base.origin },
  });
  if (status === 0 || status >= 500) return `${status}`;
  if (scripted || status < 400) return null;
  const text = answer.toString();
  return /<html lang="en"/.test(text) && !/<script/.test(text) ? null : 'no page of ours';
}

/** Every form of the product is sent broken, in English: each in some of the ways, every way at some of the forms. */
export async function problemsWithForms(raw: Raw): Promise<string[]> {
  const problems: string[] = [];
  const ways = [
    ...WITHOUT_SCRIPT.map((broken) => ({ broken, scripted: false })),
    ...WITH_SCRIPT.map((broken) => ({ broken, scripted: true })),
  ];
  await each([...listServerActions().entries()], async ([place, action]) => {
    for (const [index, { broken, scripted }] of ways.entries()) {
      if ((place + index) % IN_TURN !== 0) continue;
      const problem = await problemOf(raw, action, broken, scripted);
      if (problem !== null) problems.push(`${action.name}, way ${index}: ${problem}`);
    }
  });
  return problems;
}
