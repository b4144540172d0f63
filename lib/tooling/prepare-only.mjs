import { prepare } from './prepare.mjs';
import { PROJECT_ROOT } from './project.mjs';
import { createSteps } from './steps.mjs';

/** Installs, generates and builds without starting anything: for container images. */
process.chdir(PROJECT_ROOT);
await prepare(createSteps());
