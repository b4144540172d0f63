import fs from 'node:fs';
import path from 'node:path';
import { fingerprint, hasStamp, writeStamp } from './fingerprint.mjs';
import { Obstacle, PROJECT_ROOT } from './project.mjs';
import { lastLines, packageScript, runNode } from './run-command.mjs';

const CONFIG = 'prisma/prisma.config.ts';
const GENERATED = path.join(PROJECT_ROOT, 'prisma', 'generated');
const STAMP = path.join(GENERATED, '.stamp');

function currentMark() {
  const manifest = path.join(PROJECT_ROOT, 'node_modules', 'prisma', 'package.json');
  const { version } = JSON.parse(fs.readFileSync(manifest, 'utf8'));
  return `${version} ${fingerprint(PROJECT_ROOT, ['prisma/schema', CONFIG])}`;
}

/**
 * Generates the Prisma client when the schema or Prisma has changed.
 * @returns {Promise<boolean>} whether there was anything to do
 * @throws {Obstacle} when the schema is wrong
 */
export async function generateClient() {
  const script = packageScript('prisma');
  const mark = currentMark();
  if (hasStamp(STAMP, mark)) return false;
  fs.rmSync(STAMP, { force: true });
  const { code, output } = await runNode([script, 'generate', '--config', CONFIG], {
    env: { CHECKPOINT_DISABLE: '1', PRISMA_HIDE_UPDATE_MESSAGE: '1' },
  });
  if (code !== 0) {
    throw new Obstacle(
      `Aus prisma/schema lässt sich kein Zugriff erzeugen:\n${lastLines(output, 25)}`,
    );
  }
  writeStamp(STAMP, mark);
  return true;
}
