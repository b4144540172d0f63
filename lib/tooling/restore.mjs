import { openStorage } from '../files/storage.mjs';
import { fromHere, isAccepted, readArguments, runCommand } from './backup/command.mjs';
import { forgetKept } from './backup/place.mjs';
import { restoreBackup } from './backup/restore.mjs';
import { markOperation } from './marks.mjs';
import { Obstacle } from './project.mjs';

const OTHER_SECRET =
  'Diese Sicherung entstand mit einem anderen AUTH_SECRET. Ohne jenes, auch in AUTH_SECRET_OLD, gelten Codes, Anmeldungen und zweite Schritte aus ihr nicht.';

const USAGE =
  'Bitte die Sicherung angeben: npm run restore -- DATEI   oder löschen, was aufgehoben wurde: npm run restore -- --forget';

/**
 * `npm run restore -- FILE`: puts a backup in the place of the database, which is kept; with `--forget`
 * instead of a file, what was kept is dropped.
 */
function read() {
  const { file, options } = readArguments(process.argv.slice(2), ['--forget']);
  const forget = options.has('--forget');
  if (forget !== (file === undefined)) throw new Obstacle(USAGE);
  return { wish: file ?? '', forget };
}

await runCommand(read, async ({ settings, steps, owner, work }, { wish, forget }) => {
  const storage = openStorage(settings);
  if (forget) {
    const dropped = await forgetKept(owner, storage);
    return steps.note(
      dropped.length === 0 ? 'Es ist nichts aufgehoben.' : `Gelöscht: ${dropped.join(', ')}`,
    );
  }
  const file = fromHere(wish);
  const pool = settings.DATABASE_POOL;
  const counsellingUrl = settings.COUNSELLING_DATABASE_URL;
  const { kept, head } = await restoreBackup({
    ...{ owner, work, file, pool, steps, storage, counsellingUrl },
  });
  await markOperation(owner, 'restore', true);
  if (!isAccepted(head.secret, settings)) steps.note(OTHER_SECRET);
  steps.note(`Eingespielt: Stand vom ${new Date(head.madeAt).toLocaleString('de-DE')}.`);
  steps.note(
    'Was seither dazukam, fehlt: auch Termine der Sozialberatung. Abgesagte stehen wieder als vergeben da; bitte sagt es den Beraterinnen und Beratern.',
  );
  steps.note(
    'Was seither gelöscht wurde, ist wieder da: auch Fotos, deren Zustimmung jemand zurücknahm, und Namen auf Einladungslisten. Wer seither eingeladen wurde, gilt als nicht eingeladen. Bitte löscht und streicht noch einmal, bevor das Programm wieder für alle läuft.',
  );
  if (kept === null) return;
  steps.note(
    `Die Datenbank davor heißt jetzt „${kept}“. In ihr wird nichts mehr von selbst gelöscht, auch keine Namen der Sozialberatung. Wenn alles stimmt, löscht sie: npm run restore -- --forget`,
  );
});
