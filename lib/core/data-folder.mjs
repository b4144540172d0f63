import fs from 'node:fs';

/**
 * The folder for data, made where there is none: the database may lie elsewhere, mails and invitations
 * are written here all the same, and its disk is watched.
 * @param {string} folder
 */
export function provideDataFolder(folder) {
  // 0711 for root: the database's user has to pass through to its own folder.
  const mode = process.getuid?.() === 0 ? 0o711 : 0o700;
  fs.mkdirSync(folder, { recursive: true, mode });
}
