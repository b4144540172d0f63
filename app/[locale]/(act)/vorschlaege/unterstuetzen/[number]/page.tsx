import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { pageTitle } from '@/app/[locale]/page-title';
import { ActShell } from '@/app/[locale]/shell';
import { Form } from '@/components/form/form';
import { HiddenFields } from '@/components/form/hidden-fields';
import { PageHeader } from '@/components/layout/page-header';
import { Notice } from '@/components/ui/notice';
import { requireActor } from '@/lib/accounts/actor';
import { guarded } from '@/lib/accounts/page-guard';
import { accountsPaths } from '@/lib/accounts/paths';
import { AppError } from '@/lib/core/errors';
import { localized } from '@/lib/core/paths';
import { proposalsPaths } from '@/lib/proposals/paths';
import { getSupportChoice } from '@/lib/proposals/supporting/queries';
import type { SupportChoice } from '@/lib/proposals/supporting/types';
import { supportProposalAction } from './actions';

interface Props {
  params: Promise<{ locale: string; number: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  return pageTitle(locale, 'proposals.support.button');
}

/** "This matters to me too": one per person, so it needs signing in. */
export default async function SupportPage({ params }: Props) {
  const { locale, number } = await params;
  const path = proposalsPaths.proposalSupport(Number(number));
  const { choice, email } = await guarded(locale, path, async () => {
    const actor = await requireActor();
    const found = /^[1-9]\d{0,8}$/.test(number)
      ? await getSupportChoice(actor, Number(number))
      : null;
    if (!found) throw new AppError('NOT_FOUND');
    return { choice: found, email: actor.email };
  });
  const t = await getTranslations({ locale, namespace: 'proposals' });
  return (
    <ActShell locale={locale} path={path} current="proposals">
      <PageHeader
        back={{
          href: localized(locale, proposalsPaths.proposal(choice.number)),
          label: t('support.back'),
        }}
        overline={t('numbered', { number: choice.number })}
        title={choice.title}
        titleLang="de"
        meta={t('supporters', { count: choice.supporters })}
      />
      <Choice {...{ locale, choice, email }} />
    </ActShell>
  );
}

type ChoiceProps = { locale: string; choice: SupportChoice; email: string | null };

async function Choice({ locale, choice, email }: ChoiceProps) {
  const t = await getTranslations({ locale, namespace: 'proposals.support' });
  const { number, isSupported, hindrance } = choice;
  if (!isSupported && hindrance) {
    return (
      <Notice tone="info">
        <p>{t(`hindrance.${hindrance}`)}</p>
      </Notice>
    );
  }
  return (
    <>
      {isSupported ? (
        <Notice tone="good" role="status">
          <p>{t('done')}</p>
        </Notice>
      ) : (
        <p className="lead">{t('question')}</p>
      )}
      {choice.isTold ? <Told {...{ locale, email }} /> : null}
      <Form
        locale={locale}
        action={supportProposalAction}
        submitLabel={t(isSupported ? 'takeBack' : 'button')}
        submitVariant={isSupported ? 'secondary' : 'primary'}
        warnOnLeave={false}
      >
        <HiddenFields values={{ number: String(number), wanted: isSupported ? 'no' : 'yes' }} />
      </Form>
    </>
  );
}

/** What whoever supports it is told, and what not: nobody is written to about anything else without having asked for it. */
async function Told({ locale, email }: Pick<ChoiceProps, 'locale' | 'email'>) {
  const t = await getTranslations({ locale, namespace: 'proposals.support' });
  return (
    <>
      <p>{email === null ? t('toldNobody') : t('told', { email })}</p>
      <p className="small">
        <a href={localized(locale, accountsPaths.accountReminders())}>{t('polls')}</a>
      </p>
    </>
  );
}
