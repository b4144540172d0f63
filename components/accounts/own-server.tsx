import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { Section } from '@/components/layout/section';
import { ButtonLink } from '@/components/ui/button';
import type { OwnServerState } from '@/lib/accounts/identities/types';
import { OwnServerFault } from './own-server-fault';

interface Props {
  locale: string;
  state: OwnServerState;
  reason: unknown;
  /** The form of the next step, where it is one. */
  children: ReactNode;
}

/** Whether one can also sign in at the organisation's own server, and what to do about it. */
export async function OwnServer({ locale, state, reason, children }: Props) {
  const t = await getTranslations({ locale, namespace: 'accounts' });
  const isStale = state.step === 'secondFactor' || state.step === 'signInAnew';
  return (
    <Section title={t('ownServer.title')}>
      <OwnServerFault locale={locale} reason={reason} />
      <p className="measure">
        {t(state.connected ? 'ownServer.connected' : 'ownServer.unconnected')}
      </p>
      {isStale ? <p className="measure">{t('ownServer.stale')}</p> : null}
      {'path' in state ? (
        <ButtonLink variant="secondary" href={state.path}>
          {t(state.step === 'connect' ? 'ownServer.connect' : 'ownServer.secondFactor')}
        </ButtonLink>
      ) : null}
      {children}
    </Section>
  );
}
