import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { pageTitle } from '@/app/[locale]/page-title';
import { TeamShell } from '@/app/[locale]/shell';
import { TopicFields } from '@/components/counselling/topic-fields';
import { Form } from '@/components/form/form';
import { PageHeader } from '@/components/layout/page-header';
import { requireCoordinator } from '@/lib/accounts/actor';
import { guarded } from '@/lib/accounts/page-guard';
import { localized } from '@/lib/core/paths';
import { counsellingPaths } from '@/lib/counselling/paths';
import { addTopicAction } from '../actions';

type Props = { params: Promise<{ locale: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return pageTitle((await params).locale, 'counselling-topics.add.title');
}

export default async function TeamTopicNewPage({ params }: Props) {
  const { locale } = await params;
  const path = counsellingPaths.teamTopicNew();
  await guarded(locale, path, requireCoordinator);
  const t = await getTranslations({ locale, namespace: 'counselling-topics' });
  return (
    <TeamShell holdsText locale={locale} path={path} current="topics">
      <PageHeader
        back={{ href: localized(locale, counsellingPaths.teamTopics()), label: t('case.back') }}
        title={t('add.title')}
        lead={t('add.lead')}
      />
      <Form locale={locale} action={addTopicAction} submitLabel={t('add.submit')}>
        <TopicFields locale={locale} isGerman />
      </Form>
    </TeamShell>
  );
}
