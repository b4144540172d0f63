import { z } from 'zod';

export const proveAddressSchema = z.object({ token: z.string().max(120) });

export type ProveAddressInput = z.output<typeof proveAddressSchema>;
