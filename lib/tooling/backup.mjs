import { openStorage } from '../files/storage.mjs';
import { fromHere, readArguments, runCommand, secretMark } from './backup/command.mjs';
import { progress, verifyBackup } from './backup/restore.mjs';
import { writeBackup } from './backup/write.mjs';
import { marked } from './marks.mjs';

/** `npm run backup [-- FILE] [--verify]`: everything there is, in one file. */
const read = () => readArguments(process.argv.slice(2), ['--verify']);

await runCommand(read, async ({ settings, steps, owner, work }, { file: wish, options }) => {
  const moment = new Date().toISOString().slice(0, 16).replace(/[T:]/g, '-');
  const storage = openStorage(settings);
  const file = fromHere(wish ?? `stadtteilforum-${moment}.backup`);
  await steps.step('Sichern', async (say) => {
    const secret = secretMark(settings);
    const { tables, rows, files, missing } = await marked(owner, 'backup', () =>
      writeBackup({ owner, file, secret, storage, onRows: progress(steps) }),
    );
    say(`${tables} Tabellen, ${rows.toLocaleString('de-DE')} Zeilen, ${files} Dateien`);
    if (missing.length > 0) {
      steps.note(
        `Achtung: ${missing.length} Dateien fehlen im Dateispeicher oder sind andere geworden, und fehlen damit in der Sicherung: ${missing.join(', ')}`,
      );
    }
  });
  if (options.has('--verify')) {
    await marked(owner, 'restore', () =>
      verifyBackup({ owner, work, file, pool: settings.DATABASE_POOL, steps, storage }),
    );
    steps.note('Probe bestanden: Die Sicherung lässt sich einspielen.');
  }
  steps.note(`Gesichert in ${file}. AUTH_SECRET gehört nicht dazu, bitte getrennt aufheben.`);
});
