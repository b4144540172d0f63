import http from 'node:http';
import path from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { anyFreePort } from '../ports.mjs';
import { PROJECT_ROOT } from '../project.mjs';
import { startBarePage } from './bare-page.mjs';
import { load, round } from './load.mjs';

const CONNECTIONS = 16;
const COUNT = 6000;
const ROUNDS = 3;
const FIRST_VISITS = ['/', '/vorschlaege', '/kalender'];

/** @param {number[]} values */
const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

/**
 * A reading page beside a bare static page of Next of the same size, in turns.
 * @param {import('./house.mjs').House} house
 * @param {(line: object) => void} print
 */
export async function measureReading(house, print) {
  const html = await (await fetch(`${house.url}/`)).text();
  const port = await anyFreePort();
  const bare = await startBarePage(path.join(PROJECT_ROOT, '.data/bench-bare'), html, port);
  const plan = { connections: CONNECTIONS, count: COUNT, shot: () => ({ path: '/' }) };
  const ours = [];
  const theirs = [];
  try {
    for (let round = 0; round < ROUNDS; round += 1) {
      ours.push((await load(house.url, plan)).perSecond);
      theirs.push((await load(bare.url, plan)).perSecond);
    }
  } finally {
    bare.stop();
  }
  const ratio = round(median(ours) / median(theirs));
  print({
    measure: 'reading page / bare static page',
    ratio,
    atLeast: 0.9,
    good: ratio >= 0.9,
    perSecond: median(ours),
    bare: median(theirs),
  });
}

/**
 * Bytes of a first visit as a browser with brotli gets them: page, style sheets; the heading font apart.
 * @param {import('./house.mjs').House} house
 * @param {(line: object) => void} print
 */
export async function measureFirstVisits(house, print) {
  for (const visited of FIRST_VISITS) {
    const page = await bytesOf(house.url, visited);
    const sheets = [...page.text.matchAll(/<link[^>]+rel="stylesheet"[^>]+href="([^"]+)"/g)].map(
      ([, href]) => href ?? '',
    );
    const styles = await Promise.all(sheets.map((href) => bytesOf(house.url, href)));
    const total = styles.reduce((sum, style) => sum + style.bytes, page.bytes);
    const scripts = page.text.split('<script').length - 1;
    print({
      measure: 'first visit',
      path: visited,
      bytes: total,
      atMost: 40_960,
      scripts,
      good: total <= 40_960 && scripts === 0,
    });
  }
}

/**
 * @param {string} base
 * @param {string} wanted
 */
async function bytesOf(base, wanted) {
  /** @type {Buffer} */
  const body = await new Promise((resolve, reject) => {
    http.get(new URL(wanted, base), { headers: { 'accept-encoding': 'br' } }, (response) => {
      /** @type {Buffer[]} */
      const chunks = [];
      response.on('data', (chunk) => chunks.push(chunk));
      response.on('end', () => resolve(Buffer.concat(chunks)));
      response.on('error', reject);
    });
  });
  return { bytes: body.length, text: brotliDecompressSync(body).toString('utf8') };
}
