import { z } from 'zod';
import { phoneNumber, tick } from '@/lib/core/text';

export const reminderWishSchema = z.object({
  wanted: tick,
  phone: z.union([z.literal(''), phoneNumber], 'form.error.phone').default(''),
});

export type ReminderWishInput = z.output<typeof reminderWishSchema>;

export const stopRemindersSchema = z.object({ key: z.string().max(120) });
