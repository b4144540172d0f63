import { getTranslations } from 'next-intl/server';
import { Section } from '@/components/layout/section';
import { accountsPaths } from '@/lib/accounts/paths';
import { localized } from '@/lib/core/paths';
import { privacyPaths } from '@/lib/privacy/paths';

/** Devices, codes, own data: what an account has besides what it does. */
export async function AccountLinks({ locale, hasApp }: { locale: string; hasApp: boolean }) {
  const t = await getTranslations({ locale, namespace: 'profile' });
  const link = (path: string) => localized(locale, path);
  return (
    <Section title={t('more.title')}>
      <div className="prose">
        <ul>
          <li>
            <a href={link(accountsPaths.accountSessions())}>{t('devices.title')}</a>
          </li>
          {hasApp ? (
            <li>
              <a href={link(accountsPaths.accountRecovery())}>{t('recovery.title')}</a>
            </li>
          ) : null}
          <li>
            <a href={link(privacyPaths.accountData())}>{t('data.title')}</a>
          </li>
          <li>
            <a href={link(accountsPaths.accountDelete())}>{t('delete.title')}</a>
          </li>
        </ul>
      </div>
    </Section>
  );
}
