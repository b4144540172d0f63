import { z } from 'zod';
import { DEMO_ROLES } from './rules';

export const demoSignInSchema = z.object({ as: z.enum(DEMO_ROLES, 'form.error.choose') });
