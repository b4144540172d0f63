import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { pageTitle } from '@/app/[locale]/page-title';
import { ActShell } from '@/app/[locale]/shell';
import { Form } from '@/components/form/form';
import { HiddenFields } from '@/components/form/hidden-fields';
import { PartyFields } from '@/components/forum/party-fields';
import { RegistrationFacts } from '@/components/forum/registration-facts';
import { RegistrationReceipt } from '@/components/forum/registration-receipt';
import { CalledOff } from '@/components/forum/session-state';
import { Section } from '@/components/layout/section';
import { ButtonLink } from '@/components/ui/button';
import { Details } from '@/components/ui/details';
import { guarded } from '@/lib/accounts/page-guard';
import { answerOfForm } from '@/lib/core/answered-form';
import { now } from '@/lib/core/clock';
import { localized } from '@/lib/core/paths';
import { normalizeCode } from '@/lib/core/tokens';
import { forumPaths } from '@/lib/forum/paths';
import { getOwnRegistration } from '@/lib/forum/registrations/queries';
import type { OwnRegistration } from '@/lib/forum/registrations/types';
import { signUpStatus } from '@/lib/forum/sessions/rules';
import { cancelRegistrationAction, changeRegistrationAction } from './actions';

type Props = { params: Promise<{ locale: string; code: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return {
    ...(await pageTitle((await params).locale, 'forum.own.title')),
    robots: { index: false },
  };
}

export default async function RegistrationPage({ params }: Props) {
  const { locale, code: typed } = await params;
  const code = normalizeCode(typed);
  const path = forumPaths.registration(code);
  const registration = await guarded(locale, path, () => getOwnRegistration(code));
  const { session } = registration;
  const t = await getTranslations({ locale, namespace: 'forum' });
  const status = signUpStatus(session, now());
  return (
    <ActShell holdsText locale={locale} path={path} current="forum">
      <CalledOff locale={locale} status={status} session={session} />
      <RegistrationReceipt locale={locale} registration={registration} code={code} />
      <Section title={t('own.details')}>
        <RegistrationFacts locale={locale} registration={registration} />
      </Section>
      {registration.open ? (
        <OwnForms locale={locale} registration={registration} code={code} />
      ) : null}
      <div className="cluster no-print mt-8">
        <ButtonLink
          href={localized(locale, forumPaths.forumSession(session.number))}
          variant="quiet"
        >
          {t('own.toSession')}
        </ButtonLink>
        {registration.state === 'CANCELLED' && status === 'open' ? (
          <ButtonLink href={localized(locale, forumPaths.forumSignUp(session.number))}>
            {t('own.againAction')}
          </ButtonLink>
        ) : null}
      </div>
    </ActShell>
  );
}

type OwnFormsProps = { locale: string; registration: OwnRegistration; code: string };

/** Changing and giving back, as long as that helps anybody. */
async function OwnForms({ locale, registration, code }: OwnFormsProps) {
  const t = await getTranslations({ locale, namespace: 'forum' });
  const seats = await getTranslations({ locale, namespace: 'forum-seats' });
  const { persons, needs, needsNote, state, version } = registration;
  // What a form was answered with must not lie folded away.
  const isAnswered = answerOfForm() !== '';
  return (
    <div className="stack no-print mt-8">
      <Details summary={t('own.change')} open={isAnswered}>
        <Form
          locale={locale}
          action={changeRegistrationAction}
          values={{ persons: String(persons), needs, needsNote }}
          submitLabel={t('own.changeButton')}
        >
          <HiddenFields values={{ code, version: String(version) }} />
          <PartyFields locale={locale} />
        </Form>
      </Details>
      <Details summary={t('own.cancel')} open={isAnswered}>
        <p>{state === 'WAITLISTED' ? seats('cancelHintWaiting') : t('own.cancelHint')}</p>
        <Form
          locale={locale}
          action={cancelRegistrationAction}
          submitLabel={t('own.cancelButton')}
          submitVariant="danger"
        >
          <HiddenFields values={{ code }} />
        </Form>
      </Details>
    </div>
  );
}
