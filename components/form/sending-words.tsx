import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { SendingWordsContext } from './sending';

type Props = { locale: string; phone: string; children: ReactNode };

/** Around all pages with forms: what a form says when it does not get to an answer, once for each page. */
export async function SendingWords({ locale, phone, children }: Props) {
  const t = await getTranslations({ locale, namespace: 'form' });
  const words = {
    offline: t('sending.offline', { phone }),
    slow: t('sending.slow', { phone }),
    tooLarge: t('sending.tooLarge', { phone }),
    outdated: t('sending.outdated', { phone }),
    failed: t('sending.failed', { phone }),
    pageAnew: t('pageAnew'),
    signIn: t('sending.signIn', { phone }),
    toSignIn: t('sending.toSignIn'),
  };
  return <SendingWordsContext value={words}>{children}</SendingWordsContext>;
}
