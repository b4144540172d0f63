import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { nodePath } from '../own-node.mjs';
import { PROJECT_ROOT } from '../project.mjs';
import { packageScript, runNode } from '../run-command.mjs';

/**
 * What is measured against: a bare Next app with one static page of the same size, built and served
 * as Next serves it.
 */

const FILES = {
  'package.json': '{ "private": true, "type": "module" }',
  'next.config.js': `import path from 'node:path';
export default { turbopack: { root: path.resolve(import.meta.dirname, '../..') }, poweredByHeader: false };`,
  'app/layout.jsx': `export default function Layout({ children }) { return <html lang="de"><body>{children}</body></html>; }`,
};

/**
 * @param {string} folder inside the project, so that Next is found
 * @param {string} html a page of ours whose words fill the bare one to the same size
 * @param {number} port
 */
export async function startBarePage(folder, html, port) {
  const words = html.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');
  const text = words.repeat(Math.ceil(html.length / words.length)).slice(0, html.length);
  const page = `const text = ${JSON.stringify(text)};
export default function Page() { return <p>{text}</p>; }`;
  for (const [name, content] of Object.entries({ ...FILES, 'app/page.jsx': page })) {
    const file = path.join(folder, name);
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(file, content);
  }
  const next = packageScript('next');
  await runNode([next, 'build', folder], { env: { NODE_ENV: 'production' } });
  const child = spawn(nodePath(), [next, 'start', folder, '-p', String(port), '-H', '127.0.0.1'], {
    cwd: PROJECT_ROOT,
    stdio: 'ignore',
    detached: true,
  });
  const url = `http://127.0.0.1:${port}`;
  for (let tries = 0; tries < 200; tries += 1) {
    const ready = await fetch(url).then(
      (response) => response.ok,
      () => false,
    );
    if (ready) break;
    await sleep(100);
  }
  return {
    url,
    stop: () => {
      try {
        process.kill(-(child.pid ?? 0), 'SIGKILL');
      } catch {
        // Already gone.
      }
    },
  };
}
