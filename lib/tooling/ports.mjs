import net from 'node:net';
import { Obstacle } from './project.mjs';

const FIRST = 3000;
const TRIES = 100;

/** @param {number} port @param {string | undefined} host @returns {Promise<boolean>} */
function canListen(port, host) {
  return new Promise((resolve) => {
    const probe = net.createServer();
    probe.once('error', (error) => {
      // A machine without IPv6 cannot listen on ::, which says nothing about the port.
      resolve('code' in error && error.code === 'EADDRNOTAVAIL');
    });
    probe.listen({ port, ...(host === undefined ? {} : { host }), exclusive: true }, () =>
      probe.close(() => resolve(true)),
    );
  });
}

/**
 * Whether nobody listens on `port`, neither on all addresses nor on this machine alone.
 * @param {number} port
 */
export async function isPortFree(port) {
  return (await canListen(port, undefined)) && (await canListen(port, '127.0.0.1'));
}

/**
 * The port that was asked for, else the next free one from 3000.
 * @param {number | null} wanted
 * @param {(line: string) => void} note
 * @returns {Promise<number>}
 * @throws {Obstacle} when the wanted port is taken: something else relies on just this one
 */
export async function choosePort(wanted, note) {
  if (wanted !== null) {
    if (await isPortFree(wanted)) return wanted;
    throw new Obstacle(
      `Anschluss ${wanted} ist belegt: Dort läuft schon etwas. Bitte das andere Programm beenden oder PORT ändern.`,
    );
  }
  for (let port = FIRST; port < FIRST + TRIES; port += 1) {
    if (!(await isPortFree(port))) continue;
    if (port !== FIRST) note(`Anschluss ${FIRST} ist belegt, es geht mit ${port} weiter.`);
    return port;
  }
  throw new Obstacle(
    `Die Anschlüsse ${FIRST} bis ${FIRST + TRIES - 1} sind alle belegt. Bitte mit PORT einen anderen angeben.`,
  );
}

/**
 * Some free port, for servers that are only asked by whoever started them; two that ask at the same
 * moment get different ones.
 * @returns {Promise<number>}
 */
export function anyFreePort() {
  return new Promise((resolve, reject) => {
    const probe = net.createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      const port = typeof address === 'object' && address ? address.port : 0;
      probe.close(() => resolve(port));
    });
  });
}
