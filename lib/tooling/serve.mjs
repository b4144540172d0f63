import { runUntilStopped } from './lifecycle.mjs';

/** Starts what was prepared before: migrations, first content, server. For containers. */
await runUntilStopped({ mode: 'production', prepare: async () => undefined });
