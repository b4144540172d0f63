import { getTranslations } from 'next-intl/server';
import { Notice } from '@/components/ui/notice';
import { faultIn } from '@/lib/accounts/identities/rules';

/** What happened on the way to the organisation's own server; nothing where the address names nothing of it. */
export async function OwnServerFault({ locale, reason }: { locale: string; reason: unknown }) {
  const fault = faultIn(reason);
  const t = await getTranslations({ locale, namespace: 'accounts' });
  if (fault === null) return null;
  return (
    <Notice tone="warn" title={t('ownServer.faultTitle')}>
      {/* messages: accounts.ownServer.fault.* */}
      {t(`ownServer.fault.${fault}`)}
    </Notice>
  );
}
