import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { pageTitle } from '@/app/[locale]/page-title';
import { ActShell } from '@/app/[locale]/shell';
import { EmptyCaches } from '@/components/accounts/empty-caches';
import { Form } from '@/components/form/form';
import { HiddenFields } from '@/components/form/hidden-fields';
import { PageHeader } from '@/components/layout/page-header';
import { Section } from '@/components/layout/section';
import { LeaveHere } from '@/components/outreach/office/device/leave-here';
import { Facts } from '@/components/ui/facts';
import { Notice } from '@/components/ui/notice';
import { requireActor } from '@/lib/accounts/actor';
import { guarded } from '@/lib/accounts/page-guard';
import { accountsPaths } from '@/lib/accounts/paths';
import { listSessions } from '@/lib/accounts/sessions/queries';
import { localized } from '@/lib/core/paths';
import { longDateTime } from '@/lib/i18n/dates';
import { endAllSessionsAction, endSessionAction, signOutAndForgetAction } from '../actions';

interface Props {
  params: Promise<{ locale: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return pageTitle((await params).locale, 'profile.devices.title');
}

export default async function DevicesPage({ params }: Props) {
  const { locale } = await params;
  const path = accountsPaths.accountSessions();
  const sessions = await guarded(locale, path, async () => listSessions(await requireActor()));
  const t = await getTranslations({ locale, namespace: 'profile' });
  return (
    <ActShell locale={locale} path={path}>
      <PageHeader
        title={t('devices.title')}
        lead={t('devices.lead')}
        back={{ href: localized(locale, accountsPaths.account()), label: t('back') }}
      />
      {sessions.map((session) => (
        <Section key={session.id} title={session.browser || t('devices.unknown')}>
          <Facts
            items={[
              { label: t('devices.since'), value: longDateTime(session.createdAt, locale) },
              { label: t('devices.last'), value: longDateTime(session.lastSeenAt, locale) },
            ]}
          />
          {session.current ? (
            <>
              <p>{t('devices.current')}</p>
              <p className="measure">{t('devices.forgetText')}</p>
              <Form
                locale={locale}
                action={signOutAndForgetAction}
                submitLabel={t('devices.forget')}
                submitVariant="secondary"
                warnOnLeave={false}
              >
                <EmptyCaches />
                <LeaveHere />
              </Form>
            </>
          ) : (
            <Form
              locale={locale}
              action={endSessionAction}
              submitLabel={t('devices.end', { browser: session.browser || t('devices.unknown') })}
              submitVariant="secondary"
              warnOnLeave={false}
            >
              <HiddenFields values={{ session: session.id }} />
            </Form>
          )}
        </Section>
      ))}
      <Section title={t('devices.allTitle')}>
        <Notice tone="info">{t('devices.allText')}</Notice>
        <Form
          locale={locale}
          action={endAllSessionsAction}
          submitLabel={t('devices.allSubmit')}
          submitVariant="danger"
          warnOnLeave={false}
        >
          <EmptyCaches />
          <LeaveHere />
        </Form>
      </Section>
    </ActShell>
  );
}
