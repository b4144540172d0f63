import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { pageTitle } from '@/app/[locale]/page-title';
import { TeamShell } from '@/app/[locale]/shell';
import { Form } from '@/components/form/form';
import { RadioGroup } from '@/components/form/radio-group';
import { TextField } from '@/components/form/text-field';
import { PageHeader } from '@/components/layout/page-header';
import { requireCoordinator } from '@/lib/accounts/actor';
import { guarded } from '@/lib/accounts/page-guard';
import { localized } from '@/lib/core/paths';
import { votingPaths } from '@/lib/voting/paths';
import { countForumRights } from '@/lib/voting/vote/voters/queries';
import { setForumRightAction } from '../actions';

type Props = {
  params: Promise<{ locale: string }>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return pageTitle((await params).locale, 'voting-drafts.right.title');
}

/** Who belongs to the Forum's members: one after another, from the list the Forum keeps. */
export default async function ForumRightPage({ params }: Props) {
  const { locale } = await params;
  const path = votingPaths.teamForumRight();
  const people = await guarded(locale, path, async () =>
    countForumRights(await requireCoordinator()),
  );
  const t = await getTranslations({ locale, namespace: 'voting-drafts' });
  return (
    <TeamShell holdsText locale={locale} path={path} current="polls">
      <PageHeader
        title={t('right.title')}
        lead={t('right.lead', { people })}
        back={{ href: localized(locale, votingPaths.teamPolls()), label: t('right.back') }}
      />
      <Form locale={locale} action={setForumRightAction} submitLabel={t('right.submit')}>
        <TextField
          name="who"
          whoSees="nobody"
          label={t('right.who')}
          hint={t('right.whoHint')}
          autoComplete="off"
          autoCapitalize="none"
          required
        />
        <RadioGroup
          name="right"
          label={t('right.what')}
          defaultValue="give"
          required
          options={[
            { value: 'give', label: t('right.give') },
            { value: 'take', label: t('right.take') },
          ]}
        />
      </Form>
    </TeamShell>
  );
}
