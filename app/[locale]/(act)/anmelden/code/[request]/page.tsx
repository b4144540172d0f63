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
import { guarded } from '@/lib/accounts/page-guard';
import { accountsPaths } from '@/lib/accounts/paths';
import { getSignInRequest } from '@/lib/accounts/sign-in/queries';
import { CODE_MINUTES } from '@/lib/accounts/sign-in/rules';
import { localized } from '@/lib/core/paths';
import { mailPaths } from '@/lib/mail/paths';
import { hasDemoMails } from '@/lib/mail/transport';
import { getOffice } from '@/lib/settings/queries';
import { enterCodeAction } from '../../actions';

interface Props {
  params: Promise<{ locale: string; request: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return pageTitle((await params).locale, 'accounts.code.title');
}

/** The same page for every address, known or not, mailed or not. */
export default async function CodePage({ params }: Props) {
  const { locale, request } = await params;
  const path = accountsPaths.signInCode(request);
  await guarded(locale, path, async () => getSignInRequest(request));
  const t = await getTranslations({ locale, namespace: 'accounts' });
  const { filledAsDemo, phone } = await getOffice({ locale });
  // Asking again from here replaces this request's code, and only this one's.
  const again = localized(locale, accountsPaths.signInAgain(request));
  return (
    <ActShell holdsText locale={locale} path={path}>
      <PageHeader title={t('code.title')} lead={t('code.lead', { minutes: CODE_MINUTES })} />
      <Form
        locale={locale}
        action={enterCodeAction}
        submitLabel={t('code.submit')}
        secondary={
          <ButtonLink variant="quiet" href={again}>
            {t('code.again')}
          </ButtonLink>
        }
      >
        <HiddenFields values={{ request }} />
        <TextField
          name="code"
          whoSees="nobody"
          label={t('code.label')}
          hint={t('code.hint')}
          autoComplete="one-time-code"
          autoCapitalize="characters"
          spellCheck={false}
          width="short"
          required
        />
      </Form>
      {hasDemoMails(filledAsDemo) ? (
        <p>
          <a href={localized(locale, mailPaths.demoMails())}>{t('code.demoMails')}</a>
        </p>
      ) : null}
      <Details summary={t('code.nothingSummary')}>{t('code.nothingText', { phone })}</Details>
    </ActShell>
  );
}
