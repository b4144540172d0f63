import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { pageTitle } from '@/app/[locale]/page-title';
import { ActShell } from '@/app/[locale]/shell';
import { Form } from '@/components/form/form';
import { HiddenFields } from '@/components/form/hidden-fields';
import { TextField } from '@/components/form/text-field';
import { ContactFields } from '@/components/forum/contact-fields';
import { PartyFields } from '@/components/forum/party-fields';
import { SeatsText } from '@/components/forum/seats-text';
import { SessionTime } from '@/components/forum/session-facts';
import { CalledOff } from '@/components/forum/session-state';
import { PageHeader } from '@/components/layout/page-header';
import { Notice } from '@/components/ui/notice';
import { PhoneLink } from '@/components/ui/phone-link';
import { now } from '@/lib/core/clock';
import { contentLang, localized, numberInPath } from '@/lib/core/paths';
import { forumPaths } from '@/lib/forum/paths';
import { getSessionHead } from '@/lib/forum/sessions/queries';
import { signUpStatus, whyClosed } from '@/lib/forum/sessions/rules';
import type { SeatCount, SessionHead, SignUpStatus } from '@/lib/forum/sessions/types';
import { countSeats } from '@/lib/forum/waiting-list/queries';
import { freeSeats } from '@/lib/forum/waiting-list/rules';
import { getOffice } from '@/lib/settings/queries';
import { signUpAction } from './actions';

type Props = { params: Promise<{ locale: string; number: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return pageTitle((await params).locale, 'forum.signUp.title');
}

export default async function SignUpPage({ params }: Props) {
  const { locale, number } = await params;
  const session = await getSessionHead(numberInPath(number));
  if (!session) notFound();
  const t = await getTranslations({ locale, namespace: 'forum' });
  const status = signUpStatus(session, now());
  return (
    <ActShell
      holdsText
      locale={locale}
      path={forumPaths.forumSignUp(session.number)}
      current="forum"
    >
      <PageHeader
        title={t('signUp.title')}
        overline={session.title}
        overlineLang={contentLang(locale)}
        back={{
          href: localized(locale, forumPaths.forumSession(session.number)),
          label: t('signUp.back'),
        }}
        meta={
          <>
            <SessionTime locale={locale} session={session} />
            {` · ${session.place}`}
          </>
        }
      />
      {status === 'open' ? (
        <SignUpForm locale={locale} number={session.number} seats={await countSeats(session.id)} />
      ) : (
        <Closed locale={locale} session={session} status={status} />
      )}
    </ActShell>
  );
}

type SignUpFormProps = { locale: string; number: number; seats: SeatCount };

async function SignUpForm({ locale, number, seats }: SignUpFormProps) {
  const t = await getTranslations({ locale, namespace: 'forum' });
  const full = await getTranslations({ locale, namespace: 'forum-seats' });
  const isFull = freeSeats(seats) === 0;
  return (
    <>
      <SeatsText locale={locale} seats={seats} status="open" />
      {isFull ? <Notice tone="warn">{full('fullText')}</Notice> : null}
      <Form
        locale={locale}
        action={signUpAction}
        values={{ persons: '1' }}
        submitLabel={isFull ? t('signUp.waitButton') : t('signUp.submitButton')}
      >
        <HiddenFields values={{ session: String(number) }} />
        <TextField
          name="name"
          label={t('signUp.name')}
          hint={t('signUp.nameHint')}
          whoSees={{ audience: 'INTERNAL', text: t('signUp.nameSeen') }}
          autoComplete="nickname"
          maxLength={60}
          required
        />
        <PartyFields locale={locale} />
        <ContactFields locale={locale} />
        <p className="small">{t('signUp.privacy')}</p>
      </Form>
    </>
  );
}

type ClosedProps = {
  locale: string;
  session: SessionHead;
  status: Exclude<SignUpStatus, 'open'>;
};

async function Closed({ locale, session, status }: ClosedProps) {
  if (status === 'cancelled' || status === 'postponed') {
    return <CalledOff locale={locale} status={status} session={session} />;
  }
  const t = await getTranslations({ locale, namespace: 'forum' });
  const seats = await getTranslations({ locale, namespace: 'forum-seats' });
  const { phone } = await getOffice({ locale });
  const why = whyClosed(status, freeSeats(await countSeats(session.id)) === 0);
  return (
    <Notice
      tone={why === 'full' ? 'warn' : 'info'}
      title={why === 'full' ? seats('full') : t('signUp.closedTitle')}
    >
      <p>{t(`refused.signUp.${why}`)}</p>
      <p>
        {t('session.orCall')} <PhoneLink number={phone} />
      </p>
    </Notice>
  );
}
