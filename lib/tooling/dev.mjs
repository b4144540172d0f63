import { runUntilStopped } from './lifecycle.mjs';
import { prepare } from './prepare.mjs';

/** `npm run dev`: the same instance, its pages made anew whenever a file changes. */
await runUntilStopped({
  mode: 'development',
  serverArgs: ['--dev'],
  prepare: (steps) => prepare(steps, { build: false }),
});
