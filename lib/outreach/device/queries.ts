import 'server-only';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { publicly } from '@/lib/accounts/command';

// Spelled out, so that the build sees which file is needed.
const WORKER = path.join(process.cwd(), 'lib/outreach/device/worker.mjs');

/** The text of the worker that keeps the form on a device, as it lies in the repository. */
export const getWorkerProgram = publicly(async (): Promise<string> => readFile(WORKER, 'utf8'));
