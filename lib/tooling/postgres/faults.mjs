import { Obstacle } from '../project.mjs';

/** What a folder, a disk or the server itself can refuse, as sentences for the person who starts. */

/** @type {Readonly<Record<string, (place: string) => string>>} */
const OF_THE_SYSTEM = {
  ENOSPC: (place) =>
    `Der Datenträger von ${place} ist voll. Bitte Platz schaffen und noch einmal starten.`,
  EDQUOT: (place) =>
    `Auf dem Datenträger von ${place} ist der erlaubte Platz verbraucht. Bitte Platz schaffen und noch einmal starten.`,
  EACCES: (place) =>
    `In ${place} darf dieser Benutzer nicht schreiben. Bitte die Rechte prüfen oder DATA_DIR auf einen anderen Ordner setzen.`,
  EPERM: (place) =>
    `Das System erlaubt diesem Benutzer ${place} nicht. Bitte die Rechte prüfen oder DATA_DIR auf einen anderen Ordner setzen.`,
  EROFS: (place) =>
    `Der Datenträger von ${place} lässt sich nur lesen. Bitte DATA_DIR auf einen anderen Ordner setzen.`,
  ENOTDIR: (place) =>
    `${place} liegt unter etwas, das kein Ordner ist. Bitte DATA_DIR auf einen anderen Ordner setzen.`,
  EIO: (place) => `Der Datenträger von ${place} ist beschädigt: Er lässt sich nicht lesen.`,
};

/**
 * @param {unknown} error
 * @param {string} dataDir
 * @returns {unknown} an obstacle where a sentence helps, else the same
 */
export function explainFault(error, dataDir) {
  if (error instanceof Obstacle || !(error instanceof Error) || !('code' in error)) return error;
  const sentence = OF_THE_SYSTEM[String(error.code)];
  const place = 'path' in error && typeof error.path === 'string' ? error.path : dataDir;
  return sentence ? new Obstacle(sentence(place)) : error;
}

/** @type {readonly [RegExp, string][]} */
const OF_THE_SERVER = [
  [/No space left on device/, 'der Datenträger ist voll'],
  [/Permission denied/, 'ihr Benutzer darf nicht an ihre Dateien'],
  [
    /has (?:wrong ownership|invalid permissions)/,
    'ihr Ordner „data“ gehört einem anderen Benutzer oder ist für andere offen (nötig: chmod 700)',
  ],
  [
    /could not create shared memory|out of memory|could not map/,
    'der Arbeitsspeicher reicht nicht',
  ],
  [
    /incompatible with server|was initialized by PostgreSQL version/,
    'ihre Daten stammen von einer anderen Fassung von PostgreSQL',
  ],
  [
    /could not locate a valid checkpoint record|invalid checkpoint|could not (?:open|read) file/,
    'ihre Dateien sind beschädigt oder unvollständig; bitte die Sicherung zurückholen',
  ],
  [
    /error while loading shared libraries|Library not loaded/,
    'auf diesem System fehlt eine Bibliothek',
  ],
];

/** @param {string} said what the server wrote before it ended */
export function explainServer(said) {
  const own = said.match(/(?:FATAL|PANIC|error while loading|Library not loaded).*/)?.[0]?.trim();
  const known = OF_THE_SERVER.find(([pattern]) => pattern.test(said))?.[1];
  return [known, own].filter(Boolean).join(': ') || 'ohne Meldung';
}
