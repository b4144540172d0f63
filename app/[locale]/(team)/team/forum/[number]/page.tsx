import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { pageTitle } from '@/app/[locale]/page-title';
import { TeamShell } from '@/app/[locale]/shell';
import { Form } from '@/components/form/form';
import { HiddenFields } from '@/components/form/hidden-fields';
import { RadioGroup } from '@/components/form/radio-group';
import { TextArea } from '@/components/form/text-area';
import { whoSees } from '@/components/form/who-sees';
import { OfficeTabs } from '@/components/forum/office-tabs';
import { SeatsText } from '@/components/forum/seats-text';
import { SessionTime } from '@/components/forum/session-facts';
import { CalledOff, SessionStatus } from '@/components/forum/session-state';
import { PageHeader } from '@/components/layout/page-header';
import { Section } from '@/components/layout/section';
import { ButtonLink } from '@/components/ui/button';
import { requireCoordinator } from '@/lib/accounts/actor';
import { guarded } from '@/lib/accounts/page-guard';
import { now } from '@/lib/core/clock';
import { believed } from '@/lib/core/page-cache';
import { contentLang, localized, numberInPath } from '@/lib/core/paths';
import { forumPaths } from '@/lib/forum/paths';
import { getSessionInOffice } from '@/lib/forum/planning/queries';
import {
  EARLIEST_START_MINUTES,
  isTooEarly,
  possibleSteps,
  signUpStatus,
  stateBefore,
  UNDO_HOURS,
} from '@/lib/forum/sessions/rules';
import type { SessionHead, SessionStep } from '@/lib/forum/sessions/types';
import { countSeats } from '@/lib/forum/waiting-list/queries';
import { callOffAction, takeStepAction, undoStepAction } from './actions';

type Props = {
  params: Promise<{ locale: string; number: string }>;
  searchParams: Promise<{ callOff?: string | string[] }>;
};

export async function generateMetadata({ params }: Pick<Props, 'params'>): Promise<Metadata> {
  return pageTitle((await params).locale, 'forum-office.tab.overview');
}

export default async function TeamSessionPage({ params, searchParams }: Props) {
  const { locale, number: segment } = await params;
  const number = numberInPath(segment);
  const path = forumPaths.teamForumSession(number);
  const session = await guarded(locale, path, async () =>
    getSessionInOffice(await requireCoordinator(), number),
  );
  const t = await getTranslations({ locale, namespace: 'forum-office' });
  const status = signUpStatus(session, now());
  const isAhead = status !== 'over' && status !== 'cancelled';
  const options = isAhead ? callOffSteps(session) : [];
  return (
    <TeamShell holdsText locale={locale} path={path} current="forum">
      <PageHeader
        title={session.title}
        titleLang={contentLang(locale)}
        state={<SessionStatus locale={locale} status={status} />}
        meta={
          <>
            <SessionTime locale={locale} session={session} />
            {` · ${session.place}`}
          </>
        }
        actions={
          <>
            <ButtonLink
              href={localized(locale, forumPaths.forumSession(number))}
              variant="secondary"
            >
              {t('session.publicAction')}
            </ButtonLink>
            <ButtonLink href={forumPaths.attendanceListFile(number, locale)} variant="secondary">
              {t('session.listAction')}
            </ButtonLink>
          </>
        }
      />
      <OfficeTabs locale={locale} number={number} current="overview" />
      <CalledOff locale={locale} status={status} session={session} />
      <SeatsText locale={locale} seats={await countSeats(session.id)} status={status} />
      {options.length > 0 && (await believed(searchParams)).callOff !== undefined ? (
        <CallOffForm {...{ locale, session, options }} />
      ) : (
        <>
          <Steps locale={locale} session={session} />
          {options.length > 0 ? <CallOffLink locale={locale} session={session} /> : null}
        </>
      )}
    </TeamShell>
  );
}

type PartProps = { locale: string; session: SessionHead };

const seenOf = ({ number, version }: SessionHead) => ({
  session: String(number),
  version: String(version),
});

const FORWARD: readonly SessionStep[] = ['invite', 'start', 'finish'];

/** The next step of the evening, and only that. */
async function Steps({ locale, session }: PartProps) {
  const t = await getTranslations({ locale, namespace: 'forum-office' });
  const at = now();
  const next = FORWARD.find((one) => possibleSteps(session.state).includes(one));
  const step = next && !isTooEarly(session, next, at) ? next : undefined;
  const before = stateBefore(session, at);
  return (
    <Section title={t('step.title')}>
      <p>{t(`step.state.${session.state}`)}</p>
      {next === 'start' && !step ? (
        <p className="small">{t('step.startLater', { minutes: EARLIEST_START_MINUTES })}</p>
      ) : null}
      {step ? (
        <Form
          locale={locale}
          action={takeStepAction}
          submitLabel={t(`step.button.${step}`)}
          warnOnLeave={false}
        >
          <HiddenFields values={{ ...seenOf(session), step }} />
          <p className="small">{t(`step.hint.${step}`)}</p>
        </Form>
      ) : null}
      {before ? <UndoForm locale={locale} session={session} /> : null}
    </Section>
  );
}

/** Pressed by mistake: the last step can be taken back for a day, since it was told to nobody. */
async function UndoForm({ locale, session }: PartProps) {
  const t = await getTranslations({ locale, namespace: 'forum-office' });
  return (
    <div className="mt-6">
      <Form
        locale={locale}
        action={undoStepAction}
        submitLabel={t('step.undoButton')}
        submitVariant="secondary"
        warnOnLeave={false}
      >
        <HiddenFields values={seenOf(session)} />
        <p className="small">{t('step.undoHint', { hours: UNDO_HOURS })}</p>
      </Form>
    </div>
  );
}

const CALL_OFF = ['cancel', 'postpone'] as const;
type CallOffStep = (typeof CALL_OFF)[number];

const callOffSteps = ({ state }: SessionHead): CallOffStep[] =>
  CALL_OFF.filter((step) => possibleSteps(state).includes(step));

/** Opens the form: a reason typed into it would be lost with the answer to a step beside it. */
async function CallOffLink({ locale, session }: PartProps) {
  const t = await getTranslations({ locale, namespace: 'forum-office' });
  return (
    <p className="mt-6">
      <a href={localized(locale, forumPaths.teamForumCallOff(session.number))}>
        {t('callOff.title')}
      </a>
    </p>
  );
}

type CallOffProps = PartProps & { options: readonly CallOffStep[] };

async function CallOffForm({ locale, session, options }: CallOffProps) {
  const t = await getTranslations({ locale, namespace: 'forum-office' });
  const away = await getTranslations({ locale, namespace: 'audit.correction' });
  const seen = await whoSees(locale);
  return (
    <Section id="call-off" title={t('callOff.title')} intro={<p>{t('callOff.intro')}</p>}>
      <Form
        locale={locale}
        action={callOffAction}
        submitLabel={t('callOff.submitButton')}
        submitVariant="danger"
        secondary={
          <a href={localized(locale, forumPaths.teamForumSession(session.number))}>
            {away('back')}
          </a>
        }
      >
        <HiddenFields values={seenOf(session)} />
        <RadioGroup
          name="step"
          label={t('callOff.what')}
          required
          options={options.map((step) => ({
            value: step,
            label: t(`callOff.step.${step}`),
            hint: t(`callOff.hint.${step}`),
          }))}
        />
        <TextArea
          name="reason"
          minLength={5}
          label={t('callOff.reason')}
          hint={t('callOff.reasonHint')}
          whoSees={seen.PUBLIC}
          rows={3}
          required
        />
      </Form>
    </Section>
  );
}
