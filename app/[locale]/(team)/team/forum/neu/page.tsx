import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { pageTitle } from '@/app/[locale]/page-title';
import { TeamShell } from '@/app/[locale]/shell';
import { Form } from '@/components/form/form';
import { SessionFields } from '@/components/forum/session-fields';
import { PageHeader } from '@/components/layout/page-header';
import { requireCoordinator } from '@/lib/accounts/actor';
import { guarded } from '@/lib/accounts/page-guard';
import { localized } from '@/lib/core/paths';
import { forumPaths } from '@/lib/forum/paths';
import { getNextSessionNumber } from '@/lib/forum/planning/queries';
import { getOffice } from '@/lib/settings/queries';
import { createSessionAction } from './actions';

type Props = { params: Promise<{ locale: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return pageTitle((await params).locale, 'forum-office.new.title');
}

export default async function NewSessionPage({ params }: Props) {
  const { locale } = await params;
  const path = forumPaths.teamForumNew();
  const number = await guarded(locale, path, async () =>
    getNextSessionNumber(await requireCoordinator()),
  );
  const t = await getTranslations({ locale, namespace: 'forum-office' });
  const office = await getOffice({ locale });
  return (
    <TeamShell holdsText locale={locale} path={path} current="forum">
      <PageHeader
        title={t('new.title')}
        back={{ href: localized(locale, forumPaths.teamForum()), label: t('new.back') }}
      />
      <Form
        locale={locale}
        action={createSessionAction}
        values={{
          title: t('new.defaultTitle', { number, name: office.forumName }),
          start: '17:30',
          end: '19:00',
          districts: office.districts.map(({ slug }) => slug),
        }}
        submitLabel={t('new.submitButton')}
      >
        <SessionFields
          locale={locale}
          districts={office.districts}
          places={office.districts.flatMap(({ places }) => places)}
        />
      </Form>
    </TeamShell>
  );
}
