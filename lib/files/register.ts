import type { PersonalDataRegister } from '@/lib/manifest';

export const filesData = {
  StoredFile: {
    purpose: 'What lies in the store for files, and whether something names it',
    retention:
      'until the night after nothing names it, or after `--forget` of a restore; a day where nothing ever did',
    personal: [],
    sensitive: [],
    neutral: ['id', 'hash', 'bytes', 'type', 'createdAt', 'keptAt', 'freedAt'],
  },
} satisfies PersonalDataRegister;
