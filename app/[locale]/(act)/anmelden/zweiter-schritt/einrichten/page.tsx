import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { pageTitle } from '@/app/[locale]/page-title';
import { ActShell } from '@/app/[locale]/shell';
import { Form } from '@/components/form/form';
import { HiddenFields } from '@/components/form/hidden-fields';
import { TextField } from '@/components/form/text-field';
import { PageHeader } from '@/components/layout/page-header';
import { Section } from '@/components/layout/section';
import { CodeDisplay } from '@/components/ui/code-display';
import { QrCode } from '@/components/ui/qr-code';
import { requireActor } from '@/lib/accounts/actor';
import { guarded } from '@/lib/accounts/page-guard';
import { accountsPaths, safeNext } from '@/lib/accounts/paths';
import { getSecondFactorSetup } from '@/lib/accounts/second-factor/queries';
import { believed } from '@/lib/core/page-cache';
import { drawQr } from '@/lib/print/qr';
import { setUpSecondFactorAction } from '../actions';

interface Props {
  params: Promise<{ locale: string }>;
  searchParams: Promise<{ next?: string | string[] }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return pageTitle((await params).locale, 'accounts.setUp.title');
}

export default async function SecondFactorSetupPage({ params, searchParams }: Props) {
  const { locale } = await params;
  const { next } = await believed(searchParams);
  const path = accountsPaths.secondFactorSetup();
  const setup = await guarded(locale, path, async () => getSecondFactorSetup(await requireActor()));
  const t = await getTranslations({ locale, namespace: 'accounts' });
  return (
    <ActShell holdsText locale={locale} path={path}>
      <PageHeader title={t('setUp.title')} lead={t('setUp.lead')} />
      <Section title={t('setUp.appTitle')}>
        <p>{t('setUp.appText')}</p>
      </Section>
      <Section title={t('setUp.scanTitle')}>
        <p>{t('setUp.scanText')}</p>
        <QrCode drawing={drawQr(setup.uri)} label={t('setUp.qrLabel')} />
        <p>
          <a href={setup.uri}>{t('setUp.sameDevice')}</a>
        </p>
        <CodeDisplay label={t('setUp.secret')} code={setup.secret} />
      </Section>
      <Section title={t('setUp.codeTitle')}>
        <Form locale={locale} action={setUpSecondFactorAction} submitLabel={t('setUp.submit')}>
          <HiddenFields values={{ next: typeof next === 'string' ? safeNext(next) : '' }} />
          <TextField
            name="code"
            whoSees="nobody"
            label={t('setUp.code')}
            hint={t('setUp.codeHint')}
            autoComplete="one-time-code"
            inputMode="numeric"
            spellCheck={false}
            width="short"
            required
          />
        </Form>
      </Section>
    </ActShell>
  );
}
