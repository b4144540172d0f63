import { runUntilStopped } from './lifecycle.mjs';
import { prepare } from './prepare.mjs';

/** `npm start`: from a fresh clone to a running product. */
await runUntilStopped({
  mode: 'production',
  prepare: (steps) => prepare(steps),
});
