import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { pageTitle } from '@/app/[locale]/page-title';
import { TeamShell } from '@/app/[locale]/shell';
import { Form } from '@/components/form/form';
import { HiddenFields } from '@/components/form/hidden-fields';
import { PageHeader } from '@/components/layout/page-header';
import { Section } from '@/components/layout/section';
import { Notice } from '@/components/ui/notice';
import { PollResultSection } from '@/components/voting/poll-result';
import { requireCoordinator } from '@/lib/accounts/actor';
import { guarded } from '@/lib/accounts/page-guard';
import { localized, numberInPath } from '@/lib/core/paths';
import { getUnpublished } from '@/lib/voting/count/queries';
import { votingPaths } from '@/lib/voting/paths';
import { publishResultAction } from './actions';

type Props = { params: Promise<{ locale: string; number: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return pageTitle((await params).locale, 'counting.publish.title');
}

/** The result as everybody will see it, before they do. */
export default async function PublishResultPage({ params }: Props) {
  const { locale, number: segment } = await params;
  const number = numberInPath(segment);
  const path = votingPaths.teamPollPublish(number);
  const { rule, result, notes } = await guarded(locale, path, async () =>
    getUnpublished(await requireCoordinator(), number),
  );
  const t = await getTranslations({ locale, namespace: 'counting' });
  return (
    <TeamShell locale={locale} path={path} current="polls">
      <PageHeader
        title={t('publish.title')}
        overline={t('publish.overline', { number })}
        lead={t('publish.lead')}
        back={{ href: localized(locale, votingPaths.teamPoll(number)), label: t('publish.back') }}
      />
      <Section title={rule.question} intro={t('publish.preview')} tone="tinted">
        <PollResultSection locale={locale} rule={rule} result={result} />
        {notes.map((note) => (
          <Notice key={note} tone="info">
            {note}
          </Notice>
        ))}
      </Section>
      <Form
        locale={locale}
        action={publishResultAction}
        submitLabel={t('publish.submit')}
        warnOnLeave={false}
      >
        <HiddenFields values={{ number: String(number) }} />
        <p>
          {t('publish.record')}{' '}
          <a href={localized(locale, votingPaths.teamPollRecord(number))}>
            {t('publish.recordLink')}
          </a>
        </p>
      </Form>
    </TeamShell>
  );
}
