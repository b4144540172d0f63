import fs from 'node:fs';
import path from 'node:path';

/** @param {string} dataDir */
const fileIn = (dataDir) => path.join(dataDir, 'einladung.txt');

/**
 * Hands over the link that makes the first admin: on the screen of whoever sits there. What nobody watches
 * is a log, which is kept, sent on and read by others; then the link lies in a file only the owner of the
 * data can read, and the log says where.
 * @param {{ link: string, dataDir: string, terminal: boolean }} invitation
 * @returns {string[]} what to tell whoever started
 */
export function handOverInvitation({ link, dataDir, terminal }) {
  if (terminal) {
    return [
      'Dieses Büro hat noch niemanden, der es einrichtet. Diese Adresse gilt 24 Stunden und nur einmal:',
      link,
    ];
  }
  fs.mkdirSync(dataDir, { recursive: true });
  fs.writeFileSync(fileIn(dataDir), `${link}\n`, { mode: 0o600 });
  return [
    `Dieses Büro hat noch niemanden, der es einrichtet. Die Adresse dafür steht in ${fileIn(dataDir)}. Sie gilt 24 Stunden und nur einmal.`,
  ];
}

/** Somebody is there who can invite others. @param {string} dataDir */
export function forgetInvitation(dataDir) {
  fs.rmSync(fileIn(dataDir), { force: true });
}
