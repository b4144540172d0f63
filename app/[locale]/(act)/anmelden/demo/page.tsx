import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { pageTitle } from '@/app/[locale]/page-title';
import { ActShell } from '@/app/[locale]/shell';
import { Form } from '@/components/form/form';
import { HiddenFields } from '@/components/form/hidden-fields';
import { Columns } from '@/components/layout/columns';
import { PageHeader } from '@/components/layout/page-header';
import { Section } from '@/components/layout/section';
import { requireDemoDatabase } from '@/lib/accounts/demo/queries';
import { DEMO_ROLES } from '@/lib/accounts/demo/rules';
import { guarded } from '@/lib/accounts/page-guard';
import { accountsPaths } from '@/lib/accounts/paths';
import { demoSignInAction } from '../actions';

interface Props {
  params: Promise<{ locale: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return pageTitle((await params).locale, 'demo.signIn.title');
}

export default async function DemoSignInPage({ params }: Props) {
  const { locale } = await params;
  await guarded(locale, accountsPaths.signInDemo(), async () => requireDemoDatabase());
  const t = await getTranslations({ locale, namespace: 'demo' });
  return (
    <ActShell locale={locale} path={accountsPaths.signInDemo()}>
      <PageHeader title={t('signIn.title')} lead={t('signIn.lead')} />
      <Columns layout="two">
        {DEMO_ROLES.map((role) => (
          <Section
            key={role}
            title={t(`signIn.${role}.title`)}
            intro={t(`signIn.${role}.text`)}
            id={role}
          >
            <Form
              locale={locale}
              action={demoSignInAction}
              submitLabel={t(`signIn.${role}.submit`)}
              warnOnLeave={false}
            >
              <HiddenFields values={{ as: role }} />
            </Form>
          </Section>
        ))}
      </Columns>
    </ActShell>
  );
}
