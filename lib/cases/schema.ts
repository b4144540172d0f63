import { z } from 'zod';
import { line } from '@/lib/core/text';

/** What somebody has in hand: a number or a secret code. */
export const doorSchema = z.object({ asked: line(1, 60) });
