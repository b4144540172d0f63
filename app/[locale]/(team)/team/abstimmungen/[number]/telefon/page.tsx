import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { pageTitle } from '@/app/[locale]/page-title';
import { TeamShell } from '@/app/[locale]/shell';
import { Checkbox } from '@/components/form/checkbox';
import { Form } from '@/components/form/form';
import { HiddenFields } from '@/components/form/hidden-fields';
import { TextField } from '@/components/form/text-field';
import { PageHeader } from '@/components/layout/page-header';
import { Notice } from '@/components/ui/notice';
import { requireCoordinator } from '@/lib/accounts/actor';
import { guarded } from '@/lib/accounts/page-guard';
import { believed } from '@/lib/core/page-cache';
import { contentLang, localized, numberInPath } from '@/lib/core/paths';
import { votingPaths } from '@/lib/voting/paths';
import { getPoll } from '@/lib/voting/queries';
import { takesChannel } from '@/lib/voting/vote/voters/rules';
import { phoneCardAction } from './actions';

type Props = {
  params: Promise<{ locale: string; number: string }>;
  searchParams: Promise<{ reason?: string }>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return pageTitle((await params).locale, 'voting-desk.phone.title');
}

/** A call begins with what the caller has to know, and with their card. */
export default async function PhonePage({ params, searchParams }: Props) {
  const { locale, number: segment } = await params;
  const number = numberInPath(segment);
  const path = votingPaths.teamPollPhone(number);
  const poll = await guarded(locale, path, async () => {
    await requireCoordinator();
    return getPoll(number);
  });
  if (!takesChannel(poll.rule, 'PHONE')) notFound();
  const over = (await believed(searchParams)).reason === 'over';
  const t = await getTranslations({ locale, namespace: 'voting-desk' });
  return (
    <TeamShell holdsText locale={locale} path={path} current="polls">
      <PageHeader
        title={t('phone.title')}
        overline={poll.rule.question}
        overlineLang={contentLang(locale)}
        back={{ href: localized(locale, votingPaths.teamPoll(number)), label: t('back') }}
        lead={t('phone.lead')}
      />
      {over ? (
        <Notice tone="warn" role="status">
          {t('phone.over')}
        </Notice>
      ) : null}
      {poll.phase === 'open' ? (
        <Form
          locale={locale}
          action={phoneCardAction}
          submitLabel={t('phone.begin')}
          warnOnLeave={false}
        >
          <HiddenFields values={{ poll: String(number) }} />
          <Notice tone="info" title={t('phone.sayTitle')}>
            {t('phone.say')}
          </Notice>
          <Checkbox name="agreed" label={t('phone.agreed')} required />
          <TextField
            name="code"
            whoSees="nobody"
            label={t('phone.code')}
            hint={t('phone.codeHint')}
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
            width="medium"
            required
          />
        </Form>
      ) : (
        <Notice tone="info">{t('notOpen')}</Notice>
      )}
    </TeamShell>
  );
}
