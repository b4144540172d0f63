import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { pageTitle } from '@/app/[locale]/page-title';
import { ActShell } from '@/app/[locale]/shell';
import { Form } from '@/components/form/form';
import { HiddenFields } from '@/components/form/hidden-fields';
import { TextField } from '@/components/form/text-field';
import { PageHeader } from '@/components/layout/page-header';
import { Details } from '@/components/ui/details';
import { requireActor } from '@/lib/accounts/actor';
import { guarded } from '@/lib/accounts/page-guard';
import { accountsPaths, safeNext } from '@/lib/accounts/paths';
import { isStaff } from '@/lib/accounts/policy';
import { hasDemoSecondStep } from '@/lib/accounts/second-factor/queries';
import { believed } from '@/lib/core/page-cache';
import { localized } from '@/lib/core/paths';
import { getOffice } from '@/lib/settings/queries';
import { giveDemoSecondFactorAction, giveSecondFactorAction } from './actions';

interface Props {
  params: Promise<{ locale: string }>;
  searchParams: Promise<{ next?: string | string[] }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return pageTitle((await params).locale, 'accounts.secondFactor.title');
}

export default async function SecondFactorPage({ params, searchParams }: Props) {
  const { locale } = await params;
  const { next: asked } = await believed(searchParams);
  const next = typeof asked === 'string' ? safeNext(asked) : '';
  const actor = await guarded(locale, accountsPaths.secondFactor(), requireActor);
  if (!isStaff(actor)) redirect(localized(locale, accountsPaths.account()));
  const t = await getTranslations({ locale, namespace: 'accounts' });
  const { phone } = await getOffice({ locale });
  if (await hasDemoSecondStep(actor)) {
    return (
      <ActShell holdsText locale={locale} path={accountsPaths.secondFactor()}>
        <PageHeader title={t('secondFactor.title')} lead={t('secondFactor.demoLead')} />
        <Form
          locale={locale}
          action={giveDemoSecondFactorAction}
          submitLabel={t('secondFactor.demoSubmit')}
          warnOnLeave={false}
        >
          <HiddenFields values={{ next }} />
        </Form>
      </ActShell>
    );
  }
  if (!actor.secondFactorSetUp)
    redirect(localized(locale, accountsPaths.secondFactorSetup(next || undefined)));
  return (
    <ActShell holdsText locale={locale} path={accountsPaths.secondFactor()}>
      <PageHeader title={t('secondFactor.title')} lead={t('secondFactor.lead')} />
      <Form locale={locale} action={giveSecondFactorAction} submitLabel={t('secondFactor.submit')}>
        <HiddenFields values={{ next }} />
        <TextField
          name="code"
          whoSees="nobody"
          label={t('secondFactor.code')}
          hint={t('secondFactor.codeHint')}
          autoComplete="one-time-code"
          spellCheck={false}
          width="short"
          required
        />
      </Form>
      <Details summary={t('secondFactor.lostSummary')}>
        {t('secondFactor.lostText', { phone })}
      </Details>
    </ActShell>
  );
}
