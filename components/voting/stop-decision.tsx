import { getTranslations } from 'next-intl/server';
import { Form } from '@/components/form/form';
import { HiddenFields } from '@/components/form/hidden-fields';
import { Section } from '@/components/layout/section';
import { Facts } from '@/components/ui/facts';
import { Notice } from '@/components/ui/notice';
import type { FormAction } from '@/lib/core/form-state';
import { contentLang, localized } from '@/lib/core/paths';
import { longDateTime } from '@/lib/i18n/dates';
import { votingPaths } from '@/lib/voting/paths';
import type { LateStop, StopView } from '@/lib/voting/stop/types';

type StopDecisionProps = {
  locale: string;
  /** Of the poll. */
  number: number;
  stop: StopView;
  agree: FormAction;
  drop: FormAction;
  /** Where nobody else could agree; only the office can. */
  alone?: FormAction;
};

/** What is to be taken away from a poll and why, and what whoever reads it can do about that. */
export async function StopDecision({
  locale,
  number,
  stop,
  agree,
  drop,
  alone,
}: StopDecisionProps) {
  const t = await getTranslations({ locale, namespace: 'voting-office' });
  const lang = contentLang(locale);
  const doIt = stop.kind === 'late' ? undefined : { agree, alone, waits: undefined }[stop.step];
  const label = stop.step === 'alone' ? 'doAlone' : 'agree';
  const values = { number: String(number), stop: stop.id, kind: stop.kind };
  return (
    // messages: voting-office.stop.title.*
    <Section title={t(`stop.title.${stop.kind}`)}>
      <StopState locale={locale} stop={stop} />
      <Facts
        items={[
          ...(stop.option
            ? [{ label: t('stop.option'), value: <span lang={lang}>{stop.option}</span> }]
            : []),
          {
            label: t('stop.reason'),
            value: (
              <p className="measure" lang={lang}>
                {stop.reason}
              </p>
            ),
          },
        ]}
      />
      {doIt && stop.kind !== 'late' ? (
        <Form
          locale={locale}
          action={doIt}
          // messages: voting-office.stop.agree.* voting-office.stop.doAlone.*
          submitLabel={t(`stop.${label}.${stop.kind}`)}
          submitVariant="danger"
          warnOnLeave={false}
        >
          <HiddenFields values={values} />
          <StopMeans locale={locale} kind={stop.kind} />
        </Form>
      ) : null}
      <Form
        locale={locale}
        action={drop}
        submitLabel={t(stop.step === 'agree' ? 'stop.drop' : 'stop.dropOwn')}
        submitVariant="secondary"
        warnOnLeave={false}
      >
        <HiddenFields values={values} />
        <p className="measure">{t('stop.dropNote')}</p>
      </Form>
    </Section>
  );
}

async function StopState({ locale, stop }: { locale: string; stop: StopView }) {
  const t = await getTranslations({ locale, namespace: 'voting-office' });
  const drafts = await getTranslations({ locale, namespace: 'voting-drafts' });
  if (stop.kind === 'late') return <Notice tone="info">{t('stop.late')}</Notice>;
  const when = longDateTime(stop.askedAt, locale);
  const said = {
    agree: t('stop.waitsForYou', { when, name: stop.askedBy || drafts('check.somebody') }),
    waits: t('stop.waitsForOthers', { when }),
    alone: t('stop.alone', { when }),
  };
  return <Notice tone="warn">{said[stop.step]}</Notice>;
}

/** What happens with the next click. */
async function StopMeans({
  locale,
  kind,
}: {
  locale: string;
  kind: 'withdraw' | 'cancel' | 'annul';
}) {
  const t = await getTranslations({ locale, namespace: 'voting-office' });
  const drafts = await getTranslations({ locale, namespace: 'voting-drafts' });
  const means = {
    withdraw: `${drafts('withdraw.intro')} ${drafts('withdraw.warning')}`,
    cancel: t('cancel.note'),
    annul: t('annul.note'),
  };
  return (
    <>
      <p className="measure">{means[kind]}</p>
      {kind === 'withdraw' ? null : <p className="measure">{t('stop.told')}</p>}
    </>
  );
}

/** Something was to go, and the count came first. */
export async function StopCameTooLate({ locale, stop }: { locale: string; stop: LateStop }) {
  const t = await getTranslations({ locale, namespace: 'voting-office' });
  const when = longDateTime(stop.askedAt, locale);
  return (
    <Notice tone="info">{t('stop.cameTooLate', { when, option: stop.option || 'none' })}</Notice>
  );
}

interface StopNoticesProps {
  locale: string;
  number: number;
  stops: { waiting: StopView | null; late: LateStop | null };
}

/** On the poll's own page: what of it waits for somebody's agreement, and what came too late. */
export function StopNotices({ locale, number, stops: { waiting, late } }: StopNoticesProps) {
  return (
    <>
      {waiting ? <StopWaits locale={locale} number={number} /> : null}
      {late ? <StopCameTooLate locale={locale} stop={late} /> : null}
    </>
  );
}

async function StopWaits({ locale, number }: { locale: string; number: number }) {
  const t = await getTranslations({ locale, namespace: 'voting-office' });
  return (
    <Notice tone="warn">
      <p>
        {t('stop.waits')}{' '}
        <a href={localized(locale, votingPaths.teamPollLater(number))}>{t('stop.go')}</a>
      </p>
    </Notice>
  );
}
