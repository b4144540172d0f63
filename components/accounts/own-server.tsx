import { getTranslations } from 'next-intl/server';
import { Section } from '@/components/layout/section';
import { ButtonLink } from '@/components/ui/button';
import type { OwnServerState } from '@/lib/accounts/identities/types';
import { OwnServerFault } from './own-server-fault';

interface Props {
  locale: string;
  state: OwnServerState | null;
  reason: unknown;
}

/** Whether one can also sign in at the organisation's own server; nothing for whom that is not meant. */
export async function OwnServer({ locale, state, reason }: Props) {
  const t = await getTranslations({ locale, namespace: 'accounts' });
  if (state === null) return null;
  return (
    <Section title={t('ownServer.title')}>
      <OwnServerFault locale={locale} reason={reason} />
      <p className="measure">
        {t(state.connected ? 'ownServer.connected' : 'ownServer.unconnected')}
      </p>
      {state.connected ? null : (
        <ButtonLink variant="secondary" href={state.path}>
          {t('ownServer.connect')}
        </ButtonLink>
      )}
    </Section>
  );
}
