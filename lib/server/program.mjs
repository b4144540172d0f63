import fs from 'node:fs';
import path from 'node:path';

/** @param {string} file */
function read(file) {
  try {
    return fs.readFileSync(file, 'utf8').trim();
  } catch {
    return '';
  }
}

/**
 * Which program this is: its version, and the commit it was made from, which an image is told (COMMIT)
 * and a clone knows itself.
 * @param {string} project
 */
export function programOf(project) {
  const { version } = JSON.parse(read(path.join(project, 'package.json')) || '{}');
  const commit = process.env.COMMIT || commitOfClone(path.join(project, '.git'));
  return {
    version: typeof version === 'string' ? version : '',
    commit: /^[0-9a-f]{7,40}$/.test(commit) ? commit.slice(0, 12) : '',
  };
}

/** @param {string} git */
function commitOfClone(git) {
  const head = read(path.join(git, 'HEAD'));
  const [, ref = ''] = /^ref: (refs\/[\w./-]+)$/.exec(head) ?? [];
  if (ref === '') return head;
  const packed = read(path.join(git, 'packed-refs')).split('\n');
  return (
    read(path.join(git, ref)) ||
    (packed.find((line) => line.endsWith(` ${ref}`))?.split(' ')[0] ?? '')
  );
}
