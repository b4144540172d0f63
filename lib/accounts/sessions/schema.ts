import { z } from 'zod';

export const chooseAreaSchema = z.object({
  area: z.enum(['OFFICE', 'COUNSELLING'], 'form.error.choose'),
});
