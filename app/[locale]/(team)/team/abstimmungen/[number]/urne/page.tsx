import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { pageTitle } from '@/app/[locale]/page-title';
import { TeamShell } from '@/app/[locale]/shell';
import { EmptyCaches } from '@/components/accounts/empty-caches';
import { Form } from '@/components/form/form';
import { HiddenFields } from '@/components/form/hidden-fields';
import { TextField } from '@/components/form/text-field';
import { PageHeader } from '@/components/layout/page-header';
import { Prose } from '@/components/layout/section';
import { LeaveHere } from '@/components/outreach/office/device/leave-here';
import { requireCoordinator } from '@/lib/accounts/actor';
import { guarded } from '@/lib/accounts/page-guard';
import { contentLang, localized, numberInPath } from '@/lib/core/paths';
import { votingPaths } from '@/lib/voting/paths';
import { getPoll } from '@/lib/voting/queries';
import { KIOSK_HOURS } from '@/lib/voting/vote/kiosk/rules';
import { takesChannel } from '@/lib/voting/vote/voters/rules';
import { startKioskAction } from './actions';

type Props = { params: Promise<{ locale: string; number: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return pageTitle((await params).locale, 'voting-desk.kiosk.startTitle');
}

/** Turns the device somebody sits at into a ballot box. */
export default async function StartKioskPage({ params }: Props) {
  const { locale, number: segment } = await params;
  const number = numberInPath(segment);
  const path = votingPaths.teamPollKiosk(number);
  const poll = await guarded(locale, path, async () => {
    await requireCoordinator();
    return getPoll(number);
  });
  if (!takesChannel(poll.rule, 'KIOSK')) notFound();
  const t = await getTranslations({ locale, namespace: 'voting-desk' });
  return (
    <TeamShell holdsText locale={locale} path={path} current="polls">
      <PageHeader
        title={t('kiosk.startTitle')}
        overline={poll.rule.question}
        overlineLang={contentLang(locale)}
        back={{ href: localized(locale, votingPaths.teamPoll(number)), label: t('back') }}
      />
      <Prose>
        <ul>
          <li>{t('kiosk.startEnds')}</li>
          <li>{t('kiosk.startForgets')}</li>
          <li>{t('kiosk.startHours', { hours: KIOSK_HOURS })}</li>
          <li>{t('kiosk.startScreen')}</li>
        </ul>
      </Prose>
      <Form
        locale={locale}
        action={startKioskAction}
        submitLabel={t('kiosk.start')}
        warnOnLeave={false}
      >
        {/* Whoever votes here comes after somebody of the office. */}
        <EmptyCaches />
        <LeaveHere />
        <HiddenFields values={{ poll: String(number) }} />
        <TextField
          name="endCode"
          whoSees="nobody"
          label={t('kiosk.endCode')}
          hint={t('kiosk.endCodeHint', { hours: KIOSK_HOURS })}
          inputMode="numeric"
          autoComplete="off"
          maxLength={12}
          required
        />
      </Form>
    </TeamShell>
  );
}
