import { randomBytes } from 'node:crypto';
import http from 'node:http';
import { arrivalOf } from '../../core/arrival.mjs';
import { isLoopback } from '../../core/env-value.mjs';
import { codeOf, sayer, textOf } from './finding.mjs';

/**
 * Whether people get here by the address they use, and what a web server in between makes of a request.
 *
 * @typedef {import('./finding.mjs').Finding} Finding
 * @typedef {import('../../core/env.mjs').Env} Env
 * @typedef {import('../../core/arrival.mjs').Arrival} Arrival
 */

const PATIENCE_MS = 5000;

/**
 * @param {Arrival} arrival
 * @param {Pick<Env, 'APP_URL' | 'TRUST_PROXY'>} env
 * @returns {Finding[]}
 */
export function judgeArrival({ host, forwardedHost, forwardedFor }, { APP_URL, TRUST_PROXY }) {
  const say = sayer('Webserver davor');
  const wanted = new URL(APP_URL).host;
  const shown = TRUST_PROXY > 0 && forwardedHost !== '' ? forwardedHost : host;
  return [
    shown === wanted
      ? say('good', `reicht den Namen ${wanted} durch.`)
      : say(
          'bad',
          `macht aus ${wanted} „${shown}“: Besucher bekommen eine Fehlerseite. Bitte Host durchreichen (nginx: proxy_set_header Host $host).`,
        ),
    ...ofClients(forwardedFor, TRUST_PROXY),
  ];
}

/** @param {number} named @param {number} trusted @returns {Finding[]} */
function ofClients(named, trusted) {
  const say = sayer('Webserver davor');
  if (named < trusted) {
    return [
      say(
        'bad',
        `nennt die Adresse der Besucher nicht (X-Forwarded-For), TRUST_PROXY=${trusted} verlangt es: Alle gelten als einer. Bitte: proxy_set_header X-Forwarded-For $proxy_add_x_forwarded_for`,
      ),
    ];
  }
  if (named > 0 && trusted === 0) {
    return [
      say(
        'look',
        'nennt die Adresse der Besucher, ihr wird aber nicht geglaubt: Alle gelten als einer. Bitte TRUST_PROXY=1 setzen.',
      ),
    ];
  }
  if (named > trusted) {
    return [
      say(
        'look',
        `Auf dem Weg liegen ${named} Webserver, TRUST_PROXY ist ${trusted}. Stimmt die Zahl, wenn ein Besucher von außen kommt?`,
      ),
    ];
  }
  return [say('good', 'nennt die Adresse der Besucher.')];
}

/** @type {readonly [RegExp, (place: string) => string][]} */
const SENTENCES = [
  [
    /ENOTFOUND|EAI_AGAIN/,
    (place) =>
      `Den Namen in ${place} gibt es im Netz noch nicht. Bitte beim Anbieter eintragen lassen.`,
  ],
  [/CERT_HAS_EXPIRED/, (place) => `Das Zertifikat von ${place} ist abgelaufen. Bitte erneuern.`],
  [/ALTNAME/, (place) => `Das Zertifikat von ${place} gilt für einen anderen Namen.`],
  [
    /SELF_SIGNED|UNABLE_TO|CERT_/,
    (place) =>
      `Dem Zertifikat von ${place} ist nicht zu trauen: selbst gemacht, oder es fehlt ein Zwischenzertifikat.`,
  ],
  [/ECONNREFUSED/, (place) => `Unter ${place} nimmt niemand an. Läuft der Webserver davor?`],
  [/EPROTO|WRONG_VERSION/, (place) => `Unter ${place} antwortet etwas ohne Verschlüsselung.`],
];

/** @param {unknown} error @param {string} url */
export function explainFetch(error, url) {
  const code = codeOf(error);
  const [, sentence] = SENTENCES.find(([pattern]) => pattern.test(code)) ?? [];
  return sentence
    ? sentence(url)
    : `${url} ist von hier nicht zu erreichen (${code || textOf(error)}). Von außen kann das anders sein.`;
}

/** @param {string} url @param {Record<string, string>} [headers] */
async function get(url, headers = {}) {
  const signal = AbortSignal.timeout(PATIENCE_MS);
  const response = await fetch(url, { signal, headers, redirect: 'manual' });
  return { status: response.status, text: await response.text() };
}

/** @param {Readonly<Env>} env */
const ownPlace = ({ HOST, PORT }) => {
  const host = ['', '0.0.0.0', '::'].includes(HOST) ? '127.0.0.1' : HOST;
  return { host, port: PORT ?? 3000 };
};

/**
 * @param {Readonly<Env>} env
 * @returns {Promise<Finding[]>}
 */
export async function checkAddress(env) {
  const { host, port } = ownPlace(env);
  const alive = await get(
    `http://${host.includes(':') ? `[${host}]` : host}:${port}/healthz`,
  ).catch(() => null);
  const runs = alive?.text === 'ok\n';
  const stands = standsAt(`${host}:${port}`, alive !== null, runs);
  if (isLoopback(new URL(env.APP_URL).hostname) || stands.level === 'bad') return [stands];
  return [stands, ...(runs ? await checkRunning(env) : await checkByStandIn(env))];
}

/** @param {string} place @param {boolean} answers @param {boolean} runs */
function standsAt(place, answers, runs) {
  const say = sayer('Adresse');
  if (runs) return say('good', `Das Programm läuft auf ${place}.`);
  if (answers) return say('bad', `Auf ${place} läuft etwas anderes. Bitte PORT ändern.`);
  return say('good', `${place} ist frei; das Programm läuft gerade nicht.`);
}

/** @param {Readonly<Env>} env @returns {Promise<Finding[]>} */
async function checkRunning({ APP_URL, METRICS_TOKEN, TRUST_PROXY }) {
  const say = sayer('Adresse');
  try {
    const { text } = await get(`${APP_URL}/healthz`);
    if (text !== 'ok\n')
      return [say('bad', `Unter ${APP_URL} antwortet etwas anderes als dieses Programm.`)];
    const found = say('good', `${APP_URL} führt hierher.`);
    if (METRICS_TOKEN === '')
      return [
        found,
        say(
          'look',
          'Was der Webserver davor durchreicht, lässt sich mit METRICS_TOKEN prüfen, oder solange das Programm steht.',
        ),
      ];
    const arrived = await get(`${APP_URL}/ankunft`, { authorization: `Bearer ${METRICS_TOKEN}` });
    if (arrived.status !== 200) return [found];
    return [found, ...judgeArrival(JSON.parse(arrived.text), { APP_URL, TRUST_PROXY })];
  } catch (error) {
    return [say('bad', explainFetch(error, APP_URL))];
  }
}

/**
 * Stands where the program would, for one request that is sent the way visitors send theirs.
 * @param {Readonly<Env>} env
 * @returns {Promise<Finding[]>}
 */
async function checkByStandIn(env) {
  const say = sayer('Adresse');
  const secret = randomBytes(16).toString('hex');
  /** @type {Arrival[]} */
  const arrivals = [];
  const server = http.createServer((request, response) => {
    const isOurs = request.url === `/${secret}`;
    if (isOurs) arrivals.push(arrivalOf(request.headers));
    response
      .writeHead(isOurs ? 200 : 503, { 'content-type': 'text/plain' })
      .end(isOurs ? secret : '');
  });
  try {
    await new Promise((resolve, reject) => {
      server.once('error', reject);
      server.listen(env.PORT ?? 3000, env.HOST, () => resolve(undefined));
    });
    const { text } = await get(`${env.APP_URL}/${secret}`);
    const [arrival] = arrivals;
    if (text !== secret || !arrival)
      return [
        say(
          'bad',
          `${env.APP_URL} führt nicht hierher. Bitte im Webserver davor Rechner und Anschluss prüfen.`,
        ),
      ];
    return [say('good', `${env.APP_URL} führt hierher.`), ...judgeArrival(arrival, env)];
  } catch (error) {
    return [say('bad', explainFetch(error, env.APP_URL))];
  } finally {
    server.closeAllConnections();
    server.close();
  }
}
