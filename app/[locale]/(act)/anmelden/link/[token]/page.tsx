import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { pageTitle } from '@/app/[locale]/page-title';
import { ActShell } from '@/app/[locale]/shell';
import { Form } from '@/components/form/form';
import { HiddenFields } from '@/components/form/hidden-fields';
import { PageHeader } from '@/components/layout/page-header';
import { ButtonLink } from '@/components/ui/button';
import { accountsPaths } from '@/lib/accounts/paths';
import { localized } from '@/lib/core/paths';
import { confirmLinkAction } from '../../actions';

interface Props {
  params: Promise<{ locale: string; token: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return pageTitle((await params).locale, 'accounts.link.title');
}

/**
 * Opening the link reads and changes nothing: mail programs and virus scanners open links too. Only the
 * button signs in.
 */
export default async function LinkPage({ params }: Props) {
  const { locale, token } = await params;
  const t = await getTranslations({ locale, namespace: 'accounts' });
  return (
    <ActShell locale={locale} path={accountsPaths.signInLink(token)}>
      <PageHeader title={t('link.title')} lead={t('link.lead')} />
      <Form
        locale={locale}
        action={confirmLinkAction}
        submitLabel={t('link.submit')}
        warnOnLeave={false}
        secondary={
          <ButtonLink variant="quiet" href={localized(locale, accountsPaths.signIn())}>
            {t('link.again')}
          </ButtonLink>
        }
      >
        <HiddenFields values={{ token }} />
      </Form>
    </ActShell>
  );
}
