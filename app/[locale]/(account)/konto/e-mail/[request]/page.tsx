import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { pageTitle } from '@/app/[locale]/page-title';
import { ActShell } from '@/app/[locale]/shell';
import { Form } from '@/components/form/form';
import { HiddenFields } from '@/components/form/hidden-fields';
import { TextField } from '@/components/form/text-field';
import { PageHeader } from '@/components/layout/page-header';
import { ButtonLink } from '@/components/ui/button';
import { Details } from '@/components/ui/details';
import { requireActor } from '@/lib/accounts/actor';
import { guarded } from '@/lib/accounts/page-guard';
import { accountsPaths } from '@/lib/accounts/paths';
import { getAddressRequest } from '@/lib/accounts/sign-in/queries';
import { CODE_MINUTES } from '@/lib/accounts/sign-in/rules';
import { localized } from '@/lib/core/paths';
import { mailPaths } from '@/lib/mail/paths';
import { hasDemoMails } from '@/lib/mail/transport';
import { getOffice } from '@/lib/settings/queries';
import { addAddressAction } from '../../actions';

interface Props {
  params: Promise<{ locale: string; request: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return pageTitle((await params).locale, 'profile.address.codeTitle');
}

export default async function AddressCodePage({ params }: Props) {
  const { locale, request } = await params;
  const path = accountsPaths.accountAddressCode(request);
  const { email } = await guarded(locale, path, async () =>
    getAddressRequest(await requireActor(), request),
  );
  const t = await getTranslations({ locale, namespace: 'profile' });
  const accounts = await getTranslations({ locale, namespace: 'accounts' });
  const { filledAsDemo, phone } = await getOffice({ locale });
  const again = localized(locale, accountsPaths.accountAddress());
  return (
    <ActShell holdsText locale={locale} path={path}>
      <PageHeader
        title={t('address.codeTitle')}
        lead={t('address.codeLead', { email, minutes: CODE_MINUTES })}
      />
      <Form
        locale={locale}
        action={addAddressAction}
        submitLabel={t('address.add')}
        secondary={
          <ButtonLink variant="quiet" href={again}>
            {t('address.other')}
          </ButtonLink>
        }
      >
        <HiddenFields values={{ request }} />
        <TextField
          name="code"
          whoSees="nobody"
          label={accounts('code.label')}
          hint={t('address.codeHint')}
          autoComplete="one-time-code"
          autoCapitalize="characters"
          spellCheck={false}
          width="short"
          required
        />
      </Form>
      {hasDemoMails(filledAsDemo) ? (
        <p>
          <a href={localized(locale, mailPaths.demoMails())}>{accounts('code.demoMails')}</a>
        </p>
      ) : null}
      <Details summary={accounts('code.nothingSummary')}>
        {accounts('code.nothingText', { phone })}
      </Details>
    </ActShell>
  );
}
