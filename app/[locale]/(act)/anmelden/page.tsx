import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { pageTitle } from '@/app/[locale]/page-title';
import { ActShell } from '@/app/[locale]/shell';
import { OwnServerFault } from '@/components/accounts/own-server-fault';
import { Form } from '@/components/form/form';
import { HiddenFields } from '@/components/form/hidden-fields';
import { TextField } from '@/components/form/text-field';
import { Columns } from '@/components/layout/columns';
import { PageHeader } from '@/components/layout/page-header';
import { Section } from '@/components/layout/section';
import { ButtonLink } from '@/components/ui/button';
import { Details } from '@/components/ui/details';
import { Notice } from '@/components/ui/notice';
import { currentVisitor } from '@/lib/accounts/actor';
import { isDeviceRemembered } from '@/lib/accounts/cookie';
import { accountsPaths, safeNext } from '@/lib/accounts/paths';
import { readEnv } from '@/lib/core/env.mjs';
import { believed } from '@/lib/core/page-cache';
import { localized } from '@/lib/core/paths';
import { getOffice } from '@/lib/settings/queries';
import { enterCardAction, forgetDeviceAction, requestCodeAction } from './actions';

interface Props {
  params: Promise<{ locale: string }>;
  searchParams: Promise<Partial<Record<'next' | 'reason' | 'after', string | string[]>>>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return pageTitle((await params).locale, 'accounts.signIn.title');
}

export default async function SignInPage({ params, searchParams }: Props) {
  const { locale } = await params;
  const { next: asked, reason, after } = await believed(searchParams);
  const next = typeof asked === 'string' ? safeNext(asked) : '';
  const visitor = await currentVisitor();
  if (visitor.kind === 'person') redirect(next || localized(locale, accountsPaths.account()));
  const t = await getTranslations({ locale, namespace: 'accounts' });
  const { filledAsDemo, phone } = await getOffice({ locale });
  return (
    <ActShell holdsText locale={locale} path={accountsPaths.signIn()}>
      <PageHeader title={t('signIn.title')} lead={t('signIn.lead')} />
      <div className="stack mb-10">
        {reason === 'tries' ? (
          <Notice tone="warn" title={t('signIn.triesTitle')}>
            {t('signIn.triesText')}
          </Notice>
        ) : null}
        {reason === 'again' ? (
          <Notice tone="warn" title={t('signIn.againTitle')}>
            {t('signIn.againText')}
          </Notice>
        ) : null}
        <OwnServerFault locale={locale} reason={reason} />
        {filledAsDemo ? (
          <Notice tone="info" title={t('signIn.demoTitle')}>
            <a href={localized(locale, accountsPaths.signInDemo())}>{t('signIn.demoLink')}</a>
          </Notice>
        ) : null}
      </div>
      <TwoWays locale={locale} next={next} after={typeof after === 'string' ? after : ''} />
      {readEnv().OIDC === null ? null : (
        <Section title={t('signIn.ownServerTitle')} intro={t('signIn.ownServerIntro')}>
          <ButtonLink
            variant="secondary"
            href={accountsPaths.signInOwnServer(next || localized(locale, accountsPaths.account()))}
          >
            {t('signIn.ownServerLink')}
          </ButtonLink>
        </Section>
      )}
      <Section title={t('signIn.helpTitle')}>
        <Details summary={t('signIn.whySummary')}>{t('signIn.whyText')}</Details>
        <Details summary={t('signIn.deviceSummary')}>
          <p className="measure">{t('signIn.deviceText')}</p>
          {(await isDeviceRemembered()) ? <ForgetDevice locale={locale} /> : null}
        </Details>
        <Details summary={t('signIn.noneSummary')}>{t('signIn.noneText', { phone })}</Details>
      </Section>
    </ActShell>
  );
}

async function ForgetDevice({ locale }: { locale: string }) {
  const t = await getTranslations({ locale, namespace: 'accounts' });
  return (
    <Form
      locale={locale}
      action={forgetDeviceAction}
      submitLabel={t('signIn.deviceForget')}
      submitVariant="secondary"
      warnOnLeave={false}
    />
  );
}

/** By mail or by card, side by side where there is room. */
async function TwoWays({ locale, next, after }: { locale: string; next: string; after: string }) {
  const t = await getTranslations({ locale, namespace: 'accounts' });
  return (
    <Columns layout="two">
      <Section title={t('signIn.mailTitle')} intro={t('signIn.mailIntro')}>
        <Form locale={locale} action={requestCodeAction} submitLabel={t('signIn.mailSubmit')}>
          <HiddenFields values={{ next, after }} />
          <TextField
            name="email"
            type="email"
            label={t('signIn.email')}
            hint={t('signIn.emailHint')}
            whoSees={{ audience: 'INTERNAL', text: t('signIn.emailSeen') }}
            autoComplete="email"
            autoCapitalize="none"
            spellCheck={false}
            required
          />
        </Form>
      </Section>
      <Section title={t('signIn.cardTitle')} intro={t('signIn.cardIntro')}>
        <Form locale={locale} action={enterCardAction} submitLabel={t('signIn.cardSubmit')}>
          <HiddenFields values={{ next }} />
          <TextField
            name="code"
            whoSees="nobody"
            label={t('signIn.cardCode')}
            hint={t('signIn.cardHint')}
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
            width="medium"
            required
          />
        </Form>
      </Section>
    </Columns>
  );
}
