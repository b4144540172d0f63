import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Form } from '@/app/[locale]/form';
import { pageTitle } from '@/app/[locale]/page-title';
import { TeamShell } from '@/app/[locale]/shell';
import { HiddenFields } from '@/components/form/hidden-fields';
import { TextArea } from '@/components/form/text-area';
import { PageHeader } from '@/components/layout/page-header';
import { Section } from '@/components/layout/section';
import { CheckListFields, CheckState, DraftToRead } from '@/components/voting/draft-check';
import { requireCoordinator } from '@/lib/accounts/actor';
import { guarded } from '@/lib/accounts/page-guard';
import { AppError } from '@/lib/core/errors';
import { localized, routes } from '@/lib/core/routes';
import { findCheck } from '@/lib/voting/checking/queries';
import type { CheckView } from '@/lib/voting/checking/types';
import { getPollForOffice } from '@/lib/voting/drafts/queries';
import { numberInPath } from '@/lib/voting/rules';
import { approvePollAction, returnDraftAction, scheduleAloneAction } from '../../actions';

type Props = { params: Promise<{ locale: string; number: string }> };
type PartProps = { locale: string; number: number };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, number } = await params;
  return pageTitle(locale, 'voting-drafts.check.title', { number: numberInPath(number) });
}

/** The complete poll before it is published: by somebody who did not write it, or alone. */
export default async function CheckPollPage({ params }: Props) {
  const { locale, number: typed } = await params;
  const number = numberInPath(typed);
  const path = routes.teamPollCheck(number);
  const { view, check } = await guarded(locale, path, async () => {
    const actor = await requireCoordinator();
    const found = await findCheck(actor, number);
    if (!found) throw new AppError('NOT_FOUND');
    return { view: await getPollForOffice(actor, number), check: found };
  });
  const t = await getTranslations({ locale, namespace: 'voting-drafts' });
  return (
    <TeamShell locale={locale} path={path} current="polls">
      <PageHeader
        title={t('check.title', { number })}
        back={{ href: localized(locale, routes.teamPoll(number)), label: t('edit.back') }}
      />
      <CheckState locale={locale} check={check} />
      <DraftToRead locale={locale} poll={view.poll} />
      <Decision locale={locale} number={number} check={check} />
    </TeamShell>
  );
}

async function Decision({ locale, number, check }: PartProps & { check: CheckView }) {
  if (check.step === 'check') return <Approve locale={locale} number={number} />;
  return check.others === 0 ? <Alone locale={locale} number={number} /> : null;
}

async function Approve({ locale, number }: PartProps) {
  const t = await getTranslations({ locale, namespace: 'voting-drafts' });
  return (
    <>
      <Section title={t('check.approveTitle')} intro={t('check.frozen')}>
        <Form locale={locale} action={approvePollAction} submitLabel={t('check.approve')}>
          <CheckListFields locale={locale} number={number} />
        </Form>
      </Section>
      <Section title={t('check.returnTitle')}>
        <Form
          locale={locale}
          action={returnDraftAction}
          submitLabel={t('check.return')}
          submitVariant="secondary"
        >
          <HiddenFields values={{ number: String(number) }} />
          <TextArea name="note" label={t('check.note')} rows={3} required />
        </Form>
      </Section>
    </>
  );
}

async function Alone({ locale, number }: PartProps) {
  const t = await getTranslations({ locale, namespace: 'voting-drafts' });
  return (
    <Section title={t('check.aloneTitle')} intro={t('check.aloneNote')}>
      <Form locale={locale} action={scheduleAloneAction} submitLabel={t('check.approve')}>
        <CheckListFields locale={locale} number={number} />
      </Form>
    </Section>
  );
}
