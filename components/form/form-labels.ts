import { getTranslations } from 'next-intl/server';
import { cache } from 'react';
import type { ActionFormLabels } from './action-form';

/** Once for all forms of a page: the same object goes over to the browser only once. */
export const formLabels = cache(async (locale: string) => {
  const t = await getTranslations({ locale, namespace: 'form' });
  return {
    errorTitle: t('errorTitle'),
    failedTitle: t('failedTitle'),
    errorPrefix: t('errorPrefix'),
    titles: {
      invalid: t('title.invalid'),
      failed: t('title.failed'),
      check: t('title.check'),
    },
    pending: t('pending'),
    honeypot: t('honeypot'),
    optional: t('optional'),
    atLeast: t('atLeast'),
  } satisfies ActionFormLabels;
});
